package dev.seventouch.events.touch;

import static java.util.Objects.requireNonNull;

import dev.seventouch.events.lead.Lead;
import java.time.Instant;

/** What is on the topics {@code touches.first} and {@code touches}. */
public sealed interface TouchEvent {
    TouchRef touch();

    /**
     * A self-contained command: touch this lead, or tell the lead's owner, now.
     *
     * @param attempt counts from 1; the id stays the same over all attempts
     * @param reason why it is worth the recipient's time
     * @param lead the lead as known when the touch became due
     * @param dueAt the planned instant
     * @param expiresAt a touch that was not handed over by then is planned anew under the same id
     */
    record Due(
            TouchRef touch,
            int attempt,
            Recipient to,
            Content content,
            String reason,
            Lead lead,
            Instant dueAt,
            Instant expiresAt)
            implements TouchEvent {
        public Due {
            requireNonNull(touch, "touch");
            requireNonNull(to, "to");
            requireNonNull(content, "content");
            requireNonNull(reason, "reason");
            requireNonNull(lead, "lead");
            requireNonNull(dueAt, "dueAt");
            requireNonNull(expiresAt, "expiresAt");
        }
    }
}
