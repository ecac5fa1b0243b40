package dev.seventouch.mailer.delivery.complaint;

import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.Recipient;
import dev.seventouch.events.touch.TouchEvent;
import dev.seventouch.mailer.delivery.Handover;
import dev.seventouch.mailer.delivery.complaint.CadenceDays.Hold;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Email of which too much may be called spam: what is held does not come to the channel behind it, and what it takes is counted. */
public final class WatchedMail implements Handover {

    /** What is held is looked at again so seldom that it costs next to nothing, and soon enough after its release. */
    private static final Duration LOOK_AGAIN = Duration.ofHours(3);

    /** All at the same time would be a burst. */
    private static final int SPREAD_SECONDS = 3600;

    private final Handover mail;
    private final Complaints complaints;

    public WatchedMail(Handover mail, Complaints complaints) {
        this.mail = mail;
        this.complaints = complaints;
    }

    @Override
    public Set<Channel> channels() {
        return mail.channels();
    }

    @Override
    public @Nullable String obstacle(TouchEvent.Due due) {
        return mail.obstacle(due);
    }

    @Override
    public Prospect prospect(TouchEvent.Due due, boolean first) {
        Hold held = due.to() == Recipient.LEAD ? complaints.heldFor(due.touch()) : null;
        return held == null
                ? mail.prospect(due, first)
                : new Prospect.Shut(new Answer.Held("mail of its cadence is held: " + held.why(), pauseOf(due)));
    }

    private static Duration pauseOf(TouchEvent.Due due) {
        return LOOK_AGAIN.plusSeconds(Math.floorMod(due.touch().id().hashCode(), SPREAD_SECONDS));
    }

    @Override
    public Answer handOver(Parcel parcel, LastLook lastLook) {
        Answer answer = mail.handOver(parcel, lastLook);
        // A mail without ways out is a test, or goes to the lead's owner.
        if (answer instanceof Answer.Taken && parcel.ways() != null) {
            complaints.handedOver(parcel.due().touch());
        }
        return answer;
    }
}
