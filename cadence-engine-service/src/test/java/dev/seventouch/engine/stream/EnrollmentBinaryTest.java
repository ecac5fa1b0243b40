package dev.seventouch.engine.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.seventouch.engine.cadence.CadenceRef;
import dev.seventouch.engine.cadence.Ending;
import dev.seventouch.engine.cadence.Place;
import dev.seventouch.engine.cadence.Progress;
import dev.seventouch.engine.enrollment.Enrollment;
import dev.seventouch.engine.enrollment.History;
import dev.seventouch.engine.enrollment.Interest;
import dev.seventouch.engine.enrollment.Past;
import dev.seventouch.engine.enrollment.Picked;
import dev.seventouch.engine.enrollment.Touch;
import dev.seventouch.engine.enrollment.Wishes;
import dev.seventouch.events.lead.Consent;
import dev.seventouch.events.lead.Contact;
import dev.seventouch.events.lead.Conversation;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.lead.Origin;
import dev.seventouch.events.lead.PostalAddress;
import dev.seventouch.events.lead.Rep;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.Content;
import dev.seventouch.events.touch.EnrollmentId;
import dev.seventouch.events.touch.Medium;
import dev.seventouch.events.touch.Recipient;
import dev.seventouch.events.touch.TouchId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is kept is what is read, whatever is known of a lead. */
class EnrollmentBinaryTest {
    private static final Instant AT = Instant.parse("2026-11-02T08:30:00.123456789Z");
    private static final LeadId ID = new LeadId("0123456789abcdefghijklmnop");
    private static final Lead KNOWN = new Lead(
            ID,
            new Contact(
                    "Ada Löwe 🦁",
                    "ada@example.com",
                    "+493012345678",
                    new PostalAddress("Weg 1", "10115", "Berlin", "DE"),
                    "Löwe GmbH",
                    "de",
                    ZoneId.of("Europe/Berlin"),
                    "DE"),
            new Origin("website", "Karl Bär", new Consent("yes", AT, "website", "192.0.2.7")),
            new Rep("Mara", "mara@example.com", "+491"),
            new Conversation(AT, "said", "agreed"),
            Map.of("roof", "flat"),
            new BigDecimal("25000.50"));
    private static final Lead LITTLE_KNOWN =
            new Lead(ID, Contact.ofEmail("ada@example.com"), new Origin("api", null, null), null, null, Map.of());
    private static final EnrollmentId ENROLLMENT = EnrollmentId.of(ID, "website-enquiry", 3);
    private static final CadenceRef PLAN = new CadenceRef("website-enquiry", 300);
    private static final TouchId TOUCH = TouchId.of(ENROLLMENT, "welcome", 1);
    private static final Picked PICKED =
            new Picked(Channel.CALL, Recipient.OWNER, new Content("template", "item", "say", 5), "reason");
    private static final Touch PLANNED =
            new Touch.Planned(new Place("later", 2026), 2, AT, AT.plusSeconds(1), AT.plusSeconds(2), "why", PICKED, AT);
    private static final Touch UNSETTLED = new Touch.Planned(new Place("later", 1), 1, AT, AT, AT, "", null, null);
    private static final Touch FLOWN = new Touch.InFlight(new Place("later", 7), 200, AT, AT.plusSeconds(9), PICKED);
    private static final History HISTORY = new History(
            Set.of("template:welcome", "item:permits"),
            Map.of("a touch", AT, "a talk", AT.plusSeconds(5)),
            Set.of(Medium.POST, Medium.VISIT),
            Set.of(Medium.EMAIL),
            Map.of(Medium.EMAIL, new History.SoftBounces(3, AT)),
            new Wishes(true, Set.of(Medium.PHONE), Set.of("market")),
            new Interest(42, Set.of(TOUCH), Set.of(TOUCH), true),
            Map.of("intro-call", "reached"),
            Set.of("reply/17"),
            3,
            List.of(
                    new Past(
                            TOUCH,
                            "welcome",
                            1,
                            Channel.EMAIL,
                            "template:welcome",
                            AT,
                            AT.plusSeconds(1),
                            Past.Outcome.HANDED_OVER,
                            null),
                    new Past(
                            TouchId.of(ENROLLMENT, "call", 4000),
                            "call",
                            4000,
                            Channel.CALL,
                            null,
                            null,
                            AT,
                            Past.Outcome.COMPLETED,
                            "reached")));
    private static final Progress FAR = new Progress(
            AT,
            true,
            new Place("useful-1", 1),
            AT.minusSeconds(-3),
            Map.of("welcome", 1, "useful-1", 1, "later", 4000));

    static Stream<Enrollment> enrollments() {
        return Stream.of(
                new Enrollment.Unplaced(new LeadEvent.Captured(LITTLE_KNOWN, AT), AT, History.NONE, List.of()),
                new Enrollment.Unplaced(
                        new LeadEvent.Captured(KNOWN, AT, AT.minusSeconds(9), AT.minusSeconds(3), true),
                        AT,
                        HISTORY,
                        List.of(FLOWN)),
                new Enrollment.Unconfirmed(KNOWN, ENROLLMENT, PLAN, PLANNED, AT, HISTORY, List.of(FLOWN)),
                new Enrollment.Unconfirmed(LITTLE_KNOWN, ENROLLMENT, PLAN, null, AT, History.NONE, List.of()),
                new Enrollment.Active(KNOWN, ENROLLMENT, PLAN, FAR, FLOWN, HISTORY, List.of(PLANNED, FLOWN), AT),
                new Enrollment.Active(
                        LITTLE_KNOWN, ENROLLMENT, PLAN, Progress.from(AT), UNSETTLED, History.NONE, List.of(), null),
                new Enrollment.Finished(KNOWN, ENROLLMENT, PLAN, Ending.STOPPED, AT, HISTORY, List.of(FLOWN)),
                new Enrollment.Finished(LITTLE_KNOWN, null, null, Ending.CONVERTED, AT, History.NONE, List.of()));
    }

    @ParameterizedTest
    @MethodSource("enrollments")
    void is_read_as_it_was_written(Enrollment enrollment) {
        assertThat(EnrollmentBinary.read(EnrollmentBinary.write(enrollment))).isEqualTo(enrollment);
    }

    /** What was kept before it was remembered what became of touches ends without it; here it is empty, a single zero. */
    @Test
    void what_was_written_in_the_first_form_is_still_read() {
        Enrollment enrollment =
                new Enrollment.Finished(LITTLE_KNOWN, null, null, Ending.CONVERTED, AT, History.NONE, List.of());
        byte[] now = EnrollmentBinary.write(enrollment);
        // The last two are the empty lists of what became of touches, and of errands.
        byte[] then = Arrays.copyOf(now, now.length - 1);
        then[0] = 1;
        assertThat(now).endsWith(0, 0);
        assertThat(EnrollmentBinary.read(then)).isEqualTo(enrollment);
    }

    @Test
    void a_form_of_a_later_version_is_not_guessed_at() {
        byte[] bytes = EnrollmentBinary.write(enrollments().findFirst().orElseThrow());
        bytes[0] = 99;
        assertThatIllegalStateException()
                .isThrownBy(() -> EnrollmentBinary.read(bytes))
                .withMessageContaining("form 99");
    }
}
