package dev.seventouch.desk.letter;

import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.TouchId;
import java.time.Instant;
import java.util.List;

/**
 * A letter or a card that is printed, or was.
 *
 * @param address the lines on the envelope, firm and name first
 * @param queuedAt house time
 */
public record Letter(
        TouchId touchId, LeadId leadId, Channel channel, List<String> address, State state, Instant queuedAt) {

    /** How far it is. */
    public enum State {
        QUEUED,
        BATCHED,
        POSTED,
        /** Not to be posted: the lead said stop, or its plan ended, after it was queued. */
        STOPPED,
        /** Nobody posted it for so long that its lead's plan went on without it. */
        GIVEN_UP,
        RETURNED
    }
}
