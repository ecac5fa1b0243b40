package dev.seventouch.engine.simulation;

import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.engine.definition.CadenceReader;
import dev.seventouch.engine.definition.Published;
import dev.seventouch.engine.definition.Reading;
import dev.seventouch.engine.definition.ScriptReader;
import dev.seventouch.events.cadence.CadenceEvent;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.library.LibraryItem;
import dev.seventouch.events.touch.Channel;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A plan as its author writes it, and a lead who lives through it. */
final class Stage {
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final String RULES = """
            time: { days: mon-fri, hours: "09:00-17:00", fallback: Europe/Berlin, holidays: [lead], quiet: ["12-24..01-06"] }
            """;
    private static final String THEN = """
            then:
              - { key: later, every: 90d, email: { from: library } }
            """;

    private final Published published = new Published();
    private final World world;
    private Scenario scenario;

    private Stage(Cadence cadence) {
        this.world = new World(published, cadence);
        this.scenario = new Scenario(SampleLead.of(cadence), at("2026-11-02T10:00"), at("2027-11-02T10:00"));
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }

    /** A plan with these steps and whatever else is in {@code yaml}; what is missing is usual. */
    static Stage of(String yaml) {
        return new Stage(cadence("plan", "website", yaml));
    }

    static Cadence cadence(String id, String source, String yaml) {
        String text = "id: " + id + "\nfor: { source: " + source + " }\n" + (yaml.contains("time:") ? "" : RULES) + yaml
                + (yaml.contains("then:") ? "" : THEN);
        return switch (CadenceReader.read(text, 1)) {
            case Reading.Read<Cadence>(var read) -> read;
            case Reading.Broken<Cadence>(var problems) -> throw new IllegalArgumentException(problems.toString());
        };
    }

    static String text(String id, String source, String yaml) {
        return "id: " + id + "\nfor: { source: " + source + " }\n" + RULES + yaml + THEN;
    }

    Stage published(String id, String source, String yaml) {
        published.add(new CadenceEvent.Published(id, 1, text(id, source, yaml), null, Instant.EPOCH));
        return this;
    }

    Stage item(String id, int priority, String... topics) {
        return item(id, priority, (LocalDate) null, topics);
    }

    Stage itemFrom(String id, LocalDate from) {
        return item(id, 9, from, null, new String[0]);
    }

    Stage item(String id, int priority, LocalDate until, String... topics) {
        return item(id, priority, null, until, topics);
    }

    private Stage item(String id, int priority, LocalDate from, LocalDate until, String... topics) {
        published.add(new LibraryItem(
                id,
                "Subject",
                "Body",
                LibraryItem.Reason.MARKET,
                "reason of " + id,
                Set.of(topics),
                Set.of(Channel.EMAIL),
                from,
                until,
                priority,
                Map.of()));
        return this;
    }

    Stage lead(Lead lead) {
        scenario = new Scenario(
                lead, scenario.toConfirm(), scenario.from(), scenario.until(), scenario.script(), scenario.most());
        return this;
    }

    Stage without(SampleLead.Unknown... unknown) {
        return lead(SampleLead.without(scenario.lead(), List.of(unknown)));
    }

    Stage from(String local) {
        scenario = new Scenario(
                scenario.lead(), scenario.toConfirm(), at(local), scenario.until(), scenario.script(), scenario.most());
        return this;
    }

    Stage until(String local) {
        scenario = new Scenario(
                scenario.lead(), scenario.toConfirm(), scenario.from(), at(local), scenario.script(), scenario.most());
        return this;
    }

    Stage toConfirm() {
        scenario = new Scenario(
                scenario.lead(), true, scenario.from(), scenario.until(), scenario.script(), scenario.most());
        return this;
    }

    Stage atMost(int lines) {
        scenario = scenario.withAtMost(lines);
        return this;
    }

    Stage script(String yaml) {
        scenario = scenario.with(
                switch (ScriptReader.read(yaml, world.keys(published.newest()))) {
                    case Reading.Read<Script>(var read) -> read;
                    case Reading.Broken<Script>(var problems) ->
                        throw new IllegalArgumentException(problems.toString());
                });
        return this;
    }

    Calendar play() {
        return Simulation.run(world, scenario);
    }

    Lead lead() {
        return scenario.lead();
    }

    World world() {
        return world;
    }

    /** A line in one string, as tests read it. */
    static String words(Line line) {
        String at = LocalDateTime.ofInstant(line.at(), BERLIN).toLocalDate() + " ";
        return at
                + switch (line) {
                    case Line.Touched touched -> touched(touched);
                    case Line.PassedOver(var _, var place, var why) -> place + " passed over: " + why;
                    case Line.Told(var _, var words, var follows) -> "» " + words + " → " + String.join("; ", follows);
                    case Line.GoesOn(var _, var cadence) -> "goes on by " + cadence;
                    case Line.Ended(var _, var ending) -> "ended " + ending;
                };
    }

    private static String touched(Line.Touched touched) {
        Line.Moved moved = touched.moved();
        return touched.due().touch().step() + " | " + touched.time()
                + (moved == null ? "" : ", not " + moved.day() + ": " + moved.why()) + " | " + touched.choice();
    }
}
