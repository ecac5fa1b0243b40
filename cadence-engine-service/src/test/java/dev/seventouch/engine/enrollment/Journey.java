package dev.seventouch.engine.enrollment;

import dev.seventouch.engine.cadence.Action;
import dev.seventouch.engine.cadence.After;
import dev.seventouch.engine.cadence.Audience;
import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.engine.cadence.CadenceRef;
import dev.seventouch.engine.cadence.Delay;
import dev.seventouch.engine.cadence.Entry;
import dev.seventouch.engine.cadence.Library;
import dev.seventouch.engine.cadence.Phase;
import dev.seventouch.engine.cadence.Rules;
import dev.seventouch.engine.cadence.Step;
import dev.seventouch.engine.cadence.Turn;
import dev.seventouch.engine.policy.ContactHours;
import dev.seventouch.engine.policy.ContactTime;
import dev.seventouch.engine.policy.Limits;
import dev.seventouch.engine.policy.Window;
import dev.seventouch.events.lead.Contact;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.lead.Origin;
import dev.seventouch.events.lead.PostalAddress;
import dev.seventouch.events.lead.Rep;
import dev.seventouch.events.library.LibraryItem;
import dev.seventouch.events.outcome.TouchOutcome;
import dev.seventouch.events.signal.Signal;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.Content;
import dev.seventouch.events.touch.TouchEvent;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** One lead's story, told step by step to the pure core. */
final class Journey {
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final Instant MONDAY_9AM = Instant.parse("2026-11-02T08:00:00Z");
    static final LeadId ADA_ID = new LeadId("a".repeat(26));
    static final Lead ADA = new Lead(
            ADA_ID,
            new Contact(
                    "Ada",
                    "ada@example.com",
                    "+49301234567",
                    new PostalAddress("Weg 1", "10115", "Berlin", "DE"),
                    null,
                    "en",
                    BERLIN,
                    "DE"),
            new Origin("website", null, null),
            new Rep("Mara", "mara@example.com", null),
            null,
            Map.of());
    static final Rules RULES = Rules.of(
            new ContactTime(
                    new ContactHours(
                            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                            LocalTime.of(9, 0),
                            LocalTime.of(17, 30)),
                    BERLIN,
                    List.of(),
                    List.of()),
            new Limits(Duration.ofHours(20), 3));
    static final Action FROM_LIBRARY = new Action.FromLibrary(Channel.EMAIL, "library-item", Set.of());
    static final Cadence PLAN = new Cadence(
            new CadenceRef("plan", 1),
            Entry.of(new Audience(Set.of("website"), false)),
            Duration.ofDays(45),
            RULES,
            List.of(
                    step("welcome", Delay.NONE, fixed(Channel.EMAIL, "welcome")),
                    step(
                            "call",
                            new Delay.Days(1),
                            new Action.Fixed(Channel.CALL, Content.say("Ask what prompted it", 5), "they asked")),
                    step("letter", new Delay.Days(3), fixed(Channel.LETTER, "introduction"))),
            List.of(
                    new Phase(
                            "first-year",
                            new Delay.Days(30),
                            Duration.ofDays(365),
                            Window.ANY,
                            List.of(Turn.of(FROM_LIBRARY))),
                    new Phase("later", new Delay.Days(90), null, Window.ANY, List.of(Turn.of(FROM_LIBRARY)))),
            List.of());

    static Step step(String key, Delay after, Action action) {
        return new Step(key, new After.Previous(after), Window.ANY, Turn.of(action));
    }

    static final Library LIBRARY = new Library(IntStream.range(0, 14)
            .mapToObj(n -> new LibraryItem(
                    "item-" + n,
                    "Subject",
                    "Body",
                    LibraryItem.Reason.MARKET,
                    "because",
                    Set.of(),
                    Set.of(Channel.EMAIL),
                    null,
                    null,
                    n,
                    Map.of()))
            .toList());

    static final Catalogue CATALOGUE = catalogue(PLAN);

    /** The last of several versions of a cadence is the newest, and in force for nobody who is on another. */
    static Catalogue catalogue(Cadence... published) {
        return new Shelf(List.of(published), Set.of());
    }

    /** @param migrated versions that are for those who are enrolled as well */
    record Shelf(List<Cadence> published, Set<CadenceRef> migrated) implements Catalogue {
        @Override
        public Optional<Cadence> cadence(CadenceRef ref) {
            return published.stream()
                    .filter(cadence -> cadence.ref().equals(ref))
                    .findFirst();
        }

        @Override
        public Optional<Cadence> taking(String source) {
            return published.reversed().stream()
                    .filter(cadence -> cadence.entry().audience().names(source))
                    .findFirst();
        }

        @Override
        public Optional<Cadence> newest(String id) {
            return published.reversed().stream()
                    .filter(cadence -> cadence.ref().id().equals(id))
                    .findFirst();
        }

        @Override
        public CadenceRef inForce(CadenceRef ref) {
            return migrated.stream()
                    .filter(later -> later.id().equals(ref.id()) && later.version() > ref.version())
                    .findFirst()
                    .orElse(ref);
        }

        @Override
        public Library library() {
            return LIBRARY;
        }
    }

    static Action fixed(Channel channel, String template) {
        return new Action.Fixed(channel, Content.template(template), "they asked");
    }

    final List<TouchEvent.Due> touched = new ArrayList<>();
    final List<Decision> decisions = new ArrayList<>();
    Enrollment enrollment;
    Instant now = MONDAY_9AM;
    private FollowUp followUp;

    Journey() {
        this(CATALOGUE);
    }

    Journey(Catalogue catalogue) {
        this.followUp = new FollowUp(catalogue, Pace.USUAL);
    }

    static Journey ofAda() {
        return new Journey().tell(new Input.Captured(new LeadEvent.Captured(ADA, MONDAY_9AM)));
    }

    Journey at(Instant instant) {
        now = instant;
        return this;
    }

    /** Something else is published from now on. */
    Journey published(Catalogue catalogue) {
        followUp = new FollowUp(catalogue, Pace.USUAL);
        return this;
    }

    /** As the engine does: what follows at once is done at once. */
    Journey tell(Input input) {
        decide(input);
        for (int i = 0; i < 8 && isDue(); i++) {
            decide(new Input.Woken());
        }
        return this;
    }

    private boolean isDue() {
        return enrollment != null
                && enrollment.wakeAt().filter(at -> !at.isAfter(now)).isPresent();
    }

    private void decide(Input input) {
        for (Decision decision : followUp.decide(enrollment, input, now)) {
            enrollment = Evolution.apply(enrollment, decision);
            decisions.add(decision);
            if (decision instanceof Decision.Touched(var touch, var due, var lane)) {
                touched.add(due);
            }
        }
    }

    Journey tell(Signal signal) {
        return tell(new Input.Signalled(signal));
    }

    Journey tell(TouchOutcome outcome) {
        return tell(new Input.Answered(outcome));
    }

    Journey lastIsHandedOver() {
        return tell(new TouchOutcome.HandedOver(last().touch(), "250 ok", now));
    }

    /** Time goes on to the next wake-up. */
    Journey wake() {
        return at(enrollment.wakeAt().orElseThrow()).tell(new Input.Woken());
    }

    TouchEvent.Due last() {
        return touched.getLast();
    }

    Touch.Planned next() {
        return (Touch.Planned) active().next();
    }

    Enrollment.Active active() {
        return (Enrollment.Active) enrollment;
    }

    Enrollment.Finished finished() {
        return (Enrollment.Finished) enrollment;
    }
}
