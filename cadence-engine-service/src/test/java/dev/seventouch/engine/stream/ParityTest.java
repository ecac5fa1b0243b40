package dev.seventouch.engine.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.engine.cadence.Step;
import dev.seventouch.engine.definition.Campaigns;
import dev.seventouch.engine.definition.Published;
import dev.seventouch.engine.simulation.Calendar;
import dev.seventouch.engine.simulation.LeadFacts;
import dev.seventouch.engine.simulation.Line;
import dev.seventouch.engine.simulation.SampleLead;
import dev.seventouch.engine.simulation.SampleLead.Unknown;
import dev.seventouch.engine.simulation.Scenario;
import dev.seventouch.engine.simulation.Script;
import dev.seventouch.engine.simulation.Simulation;
import dev.seventouch.engine.simulation.Span;
import dev.seventouch.engine.simulation.When;
import dev.seventouch.engine.simulation.World;
import dev.seventouch.events.cadence.CadenceEvent;
import dev.seventouch.events.lead.Contact;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.outcome.Fault;
import dev.seventouch.events.signal.Signal;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.Medium;
import dev.seventouch.events.touch.TouchEvent;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Production and dry run are two drivers of the same functions: each shipped journey, played for several leads by the topology
 * and by the simulation, has the same touches at the same instants, and leaves the lead at the same place.
 */
class ParityTest {
    private static final Instant START = Instant.parse("2026-11-18T10:00:00Z");
    private static final Instant END = START.plus(Duration.ofDays(800));
    private static final Published PUBLISHED = published();

    @TempDir
    Path state;

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("journeys")
    void the_topology_and_the_simulation_decide_the_same(
            String plan, String who, Lead lead, boolean toConfirm, Script script) {
        World world = new World(PUBLISHED, PUBLISHED.newest(plan).orElseThrow());
        Calendar simulated =
                Simulation.run(world, new Scenario(lead, toConfirm, START, END, script, Integer.MAX_VALUE));
        try (PlayedProduction production = new PlayedProduction(world, state, START, lead, toConfirm, script)) {
            List<PlayedProduction.Made> made = production.playUntil(END);
            assertThat(made.stream().map(ParityTest::line))
                    .containsExactlyElementsOf(
                            simulated.touches().map(ParityTest::line).toList());
            assertThat(made.stream().map(PlayedProduction.Made::due))
                    .containsExactlyElementsOf(
                            simulated.touches().map(Line.Touched::due).toList());
            assertThat(production.enrollment()).isEqualTo(simulated.end());
            assertThat(made).isNotEmpty();
        }
    }

    // Told apart first in what people can read.
    private static String line(PlayedProduction.Made made) {
        return line(made.at(), made.due());
    }

    private static String line(Line.Touched touched) {
        return line(touched.at(), touched.due());
    }

    private static String line(Instant at, TouchEvent.Due due) {
        return at + " " + due.touch().step() + "/" + due.touch().occurrence() + " "
                + due.touch().id() + " " + due.touch().channel() + " " + due.content() + " " + due.reason();
    }

    // ---- journeys

    static Stream<Arguments> journeys() {
        return PUBLISHED
                .newest()
                .flatMap(cadence -> leads(cadence).entrySet().stream()
                        .map(lead -> Arguments.of(
                                cadence.ref().id(),
                                lead.getKey(),
                                lead.getValue().lead(),
                                lead.getValue().toConfirm(),
                                lead.getValue().script())));
    }

    private record Player(Lead lead, boolean toConfirm, Script script) {
        Player(Lead lead, Script script) {
            this(lead, false, script);
        }
    }

    private static Map<String, Player> leads(Cadence cadence) {
        Lead known = SampleLead.of(cadence);
        String first = cadence.first().key();
        String byAPerson = cadence.steps().stream()
                .filter(step -> !step.turn().action().channel().isAutomatic())
                .map(Step::key)
                .findFirst()
                .orElseThrow();
        return Map.ofEntries(
                Map.entry("known well", new Player(known, Script.NONE)),
                Map.entry(
                        "without a phone",
                        new Player(SampleLead.without(known, EnumSet.of(Unknown.PHONE)), Script.NONE)),
                Map.entry(
                        "without an address, in New York",
                        new Player(
                                in(SampleLead.without(known, EnumSet.of(Unknown.ADDRESS)), "America/New_York", "US"),
                                Script.NONE)),
                Map.entry("in Auckland, by phone number only", new Player(onlyPhone(known), Script.NONE)),
                Map.entry(
                        "worth a visit, replies, reads and answers",
                        new Player(
                                worth(known),
                                script(
                                        of(first, hours(2), (lead, touch, at, _) -> new Signal.Opened(lead, touch, at)),
                                        of(
                                                first,
                                                hours(3),
                                                (lead, touch, at, _) ->
                                                        new Signal.Clicked(lead, touch, "https://x", at)),
                                        answered(byAPerson, hours(5), "not-interested"),
                                        told(days(12), (lead, _, at, _) -> new Signal.Replied(lead, null, at)),
                                        told(days(400), (lead, _, at, _) -> new Signal.Replied(lead, null, at))))),
                Map.entry(
                        "talks, agrees, pauses and wishes",
                        new Player(
                                known,
                                script(
                                        spoke(days(8)),
                                        told(
                                                days(30),
                                                (lead, _, at, _) ->
                                                        new Signal.Paused(lead, at.plus(Duration.ofDays(40)), at)),
                                        told(days(50), (lead, _, at, _) -> new Signal.Resumed(lead, at)),
                                        told(
                                                days(200),
                                                (lead, _, at, _) -> new Signal.Preferred(
                                                        lead, true, Set.of(Medium.EMAIL), Set.of("market"), at))))),
                Map.entry(
                        "cannot be reached, is captured again, and forbids",
                        new Player(
                                known,
                                new Script(
                                        List.of(
                                                captured(days(60)),
                                                told(
                                                        days(300),
                                                        (lead, touch, at, _) -> new Signal.Unsubscribed(
                                                                lead, Set.of(Medium.POST, Medium.PHONE), touch, at)),
                                                told(
                                                        days(500),
                                                        (lead, touch, at, _) -> new Signal.Bounced(
                                                                lead, Medium.EMAIL, true, null, touch, at))),
                                        List.of(new Script.Result(
                                                new Script.Step(first, 1),
                                                new Script.End.Failed(Fault.LEAD, "5.1.1")))))),
                Map.entry(
                        "is deferred, buys, and buys again",
                        new Player(
                                known,
                                new Script(
                                        List.of(
                                                told(days(70), (lead, _, at, _) -> new Signal.Converted(lead, at)),
                                                told(days(300), (lead, _, at, _) -> new Signal.Converted(lead, at))),
                                        List.of(
                                                new Script.Result(
                                                        new Script.Step(first, 1),
                                                        new Script.End.Deferred(hours(30), "451")),
                                                new Script.Result(
                                                        new Script.Step(byAPerson, 1),
                                                        new Script.End.Skipped("forbidden")))))),
                Map.entry(
                        "has to confirm, and does",
                        new Player(
                                known,
                                true,
                                script(told(days(2), (lead, _, at, _) -> new Signal.Confirmed(lead, at))))),
                Map.entry("has to confirm, and does not", new Player(known, true, Script.NONE)),
                Map.entry(
                        "is ready, comes again, and stops",
                        new Player(
                                known,
                                script(
                                        told(days(20), (lead, _, at, _) -> new Signal.ReadyToBuy(lead, null, at)),
                                        captured(days(150)),
                                        told(
                                                days(400),
                                                (lead, _, at, _) -> Signal.Unsubscribed.fromAll(lead, null, at)),
                                        captured(days(600))))));
    }

    private static Lead in(Lead lead, String zone, String country) {
        return facts(null, null, zone, country).over(lead);
    }

    private static Lead onlyPhone(Lead lead) {
        Lead bare = new Lead(
                lead.id(),
                new Contact("Moana", null, "+6493001234", null, null, null, null, null),
                lead.origin(),
                null,
                null,
                Map.of());
        return bare;
    }

    private static Lead worth(Lead lead) {
        return new LeadFacts(
                        Contact.ofEmail("ada@example.com"),
                        null,
                        "Grace",
                        null,
                        new BigDecimal("25000"),
                        Map.of("industry", "bakery", "event", "open-house", "list", "x"))
                .over(lead);
    }

    private static LeadFacts facts(String email, String phone, String zone, String country) {
        return new LeadFacts(
                new Contact(null, email, phone, null, null, null, zone == null ? null : ZoneId.of(zone), country),
                null,
                null,
                null,
                null,
                Map.of());
    }

    // ---- scripts

    private static Script script(Script.Event... events) {
        return new Script(List.of(events), List.of());
    }

    private static Script.Event told(Span after, Script.Saying saying) {
        return new Script.Event(new When.After(after), null, "told", new Script.What.Signalled(saying, null));
    }

    private static Script.Event of(String step, Span after, Script.Saying saying) {
        return new Script.Event(
                new When.After(after), new Script.Step(step, 1), "told", new Script.What.Signalled(saying, null));
    }

    private static Script.Event answered(String step, Span after, String answer) {
        return new Script.Event(
                new When.After(after), new Script.Step(step, 1), "answered", new Script.What.Answered(answer));
    }

    private static Script.Event spoke(Span after) {
        return new Script.Event(
                new When.After(after),
                null,
                "spoke",
                new Script.What.Signalled(
                        (lead, _, at, _) -> new Signal.Conversed(
                                lead, new Signal.AgreedStep(Channel.VISIT, at.plus(Duration.ofDays(5))), at),
                        new Script.Words("They build next year.", "A look at the roof.")));
    }

    private static Script.Event captured(Span after) {
        return new Script.Event(
                new When.After(after),
                null,
                "captured",
                new Script.What.Captured(facts("new@example.com", null, null, null)));
    }

    private static Span days(int days) {
        return new Span(days, Duration.ZERO);
    }

    private static Span hours(int hours) {
        return new Span(0, Duration.ofHours(hours));
    }

    private static Published published() {
        Published published = new Published();
        Campaigns campaigns = Campaigns.in(Path.of("..", "campaigns"));
        new ArrayList<>(campaigns.cadences())
                .forEach(file -> published.add(new CadenceEvent.Published(file.id(), 1, file.yaml(), null, START)));
        campaigns.items().forEach(published::add);
        return published;
    }
}
