package dev.seventouch.mailer.delivery;

import dev.seventouch.events.lead.Contact;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.Content;
import dev.seventouch.events.touch.EnrollmentId;
import dev.seventouch.events.touch.Recipient;
import dev.seventouch.events.touch.TouchEvent;
import dev.seventouch.events.touch.TouchRef;
import dev.seventouch.mailer.delivery.Handover.Answer;
import dev.seventouch.mailer.template.Rendered;
import dev.seventouch.mailer.template.SampleTouches;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Sends a made-up lead's mail to whoever wants to see what it looks like. It is no touch: nothing is claimed or recorded, its
 * links lead nowhere, and its subject says what it is.
 */
public final class TestSend {

    private static final String MARK = "[Test] ";

    private final Handover email;
    private final InstantSource clock;

    public TestSend(List<Handover> channels, InstantSource clock) {
        this.email = channels.stream()
                .filter(channel -> channel.channels().contains(Channel.EMAIL))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no channel for email"));
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Sent {

        /** @param receipt what the relay said */
        record Taken(String receipt) implements Sent {}

        /** The address is none. */
        record NoAddress(String why) implements Sent {}

        record Refused(String why) implements Sent {}
    }

    /** @param mail an email, filled for the lead of {@link SampleTouches} */
    public Sent send(Rendered mail, String to) {
        TouchEvent.Due due = due(to);
        String obstacle = email.obstacle(due);
        if (obstacle != null) {
            return new Sent.NoAddress(obstacle);
        }
        Rendered marked = new Rendered(
                mail.kind(),
                MARK + mail.subject(),
                mail.html(),
                mail.text(),
                mail.language(),
                mail.signedByOwner(),
                mail.files());
        // Also where the template is for a rep: whoever tests gets it, not the rep.
        return switch (email.handOver(new Handover.Parcel(due, marked, null, true), () -> true)) {
            case Answer.Taken(var receipt) -> new Sent.Taken(String.valueOf(receipt));
            case Answer.NotNow later -> new Sent.Refused(later.why());
            case Answer.Waits waits -> new Sent.Refused(waits.why());
            case Answer.Held held -> new Sent.Refused(held.why());
            case Answer.Never never -> new Sent.Refused(never.why());
            case Answer.Stopped() -> throw new IllegalStateException("nobody could say stop");
        };
    }

    private TouchEvent.Due due(String to) {
        Instant now = clock.instant();
        Lead sample = SampleTouches.wellKnown();
        Lead lead =
                new Lead(sample.id(), Contact.ofEmail(to), sample.origin(), sample.owner(), null, sample.attributes());
        return new TouchEvent.Due(
                // Another id each time: who gets the same Message-ID twice is shown one mail.
                TouchRef.of(
                        lead.id(),
                        EnrollmentId.of(lead.id(), "test", 1),
                        "test-" + now.toEpochMilli(),
                        1,
                        Channel.EMAIL,
                        null),
                1,
                Recipient.LEAD,
                Content.template("test"),
                "a test",
                lead,
                now,
                now.plus(Duration.ofHours(1)));
    }
}
