package dev.seventouch.mailer.delivery.print;

import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.TouchId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A letter or a card that is ready to be printed.
 *
 * @param address the lines on the envelope, firm and name first
 * @param queuedAt house time
 * @param batch in which it is printed; null while it waits
 */
public record PrintItem(
        TouchId touch,
        LeadId lead,
        Channel channel,
        List<String> address,
        String html,
        State state,
        Instant queuedAt,
        @Nullable String batch) {

    /** How far it is. */
    public enum State {
        QUEUED,
        /** In a batch, which somebody prints. */
        BATCHED,
        POSTED,
        /** Not posted: the lead said stop, or its plan ended, after it was queued. */
        STOPPED,
        /** Not posted: nobody printed it for so long that it is no longer worth its stamp. */
        GIVEN_UP,
        /** The post brought it back. */
        RETURNED
    }
}
