package dev.seventouch.engine.enrollment;

import dev.seventouch.engine.cadence.Action;
import dev.seventouch.engine.cadence.Audience;
import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.engine.cadence.CadenceRef;
import dev.seventouch.engine.cadence.Delay;
import dev.seventouch.engine.cadence.Library;
import dev.seventouch.engine.cadence.Phase;
import dev.seventouch.engine.cadence.Step;
import dev.seventouch.engine.policy.ContactHours;
import dev.seventouch.engine.policy.Limits;
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
    static final Cadence PLAN = new Cadence(
            new CadenceRef("plan", 1),
            new Audience(Set.of("website"), false),
            Duration.ofDays(45),
            new ContactHours(
                    EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(9, 0), LocalTime.of(17, 30)),
            BERLIN,
            new Limits(Duration.ofHours(20), 3),
            List.of(
                    new Step("welcome", Delay.NONE, fixed(Channel.EMAIL, "welcome")),
                    new Step(
                            "call",
                            new Delay.Days(1),
                            new Action.Fixed(Channel.CALL, Content.say("Ask what prompted it", 5), "they asked")),
                    new Step("letter", new Delay.Days(3), fixed(Channel.LETTER, "introduction"))),
            List.of(
                    new Phase(
                            "first-year",
                            new Delay.Days(30),
                            Duration.ofDays(365),
                            List.of(new Action.FromLibrary(Channel.EMAIL, "library-item", Set.of()))),
                    new Phase(
                            "later",
                            new Delay.Days(90),
                            null,
                            List.of(new Action.FromLibrary(Channel.EMAIL, "library-item", Set.of())))));
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
                    n))
            .toList());

    static final Catalogue CATALOGUE = new Catalogue() {
        @Override
        public Optional<Cadence> cadence(CadenceRef ref) {
            return ref.equals(PLAN.ref()) ? Optional.of(PLAN) : Optional.empty();
        }

        @Override
        public Optional<Cadence> taking(String source) {
            return source.equals("website") ? Optional.of(PLAN) : Optional.empty();
        }

        @Override
        public Library library() {
            return LIBRARY;
        }
    };

    private static Action fixed(Channel channel, String template) {
        return new Action.Fixed(channel, Content.template(template), "they asked");
    }

    final List<TouchEvent.Due> touched = new ArrayList<>();
    Enrollment enrollment;
    Instant now = MONDAY_9AM;
    private final FollowUp followUp = new FollowUp(CATALOGUE, Pace.USUAL);

    static Journey ofAda() {
        return new Journey().tell(new Input.Captured(new LeadEvent.Captured(ADA, MONDAY_9AM)));
    }

    Journey at(Instant instant) {
        now = instant;
        return this;
    }

    Journey tell(Input input) {
        for (Decision decision : followUp.decide(enrollment, input, now)) {
            enrollment = Evolution.apply(enrollment, decision);
            if (decision instanceof Decision.Touched(var touch, var due, var lane)) {
                touched.add(due);
            }
        }
        return this;
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
