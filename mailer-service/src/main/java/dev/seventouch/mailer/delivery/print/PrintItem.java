package dev.seventouch.mailer.delivery.print;

import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.TouchId;
import java.time.Instant;
import java.util.List;

/**
 * A letter or a card that is ready to be printed.
 *
 * @param address the lines on the envelope, firm and name first
 * @param queuedAt house time
 */
public record PrintItem(
        TouchId touch, LeadId lead, Channel channel, List<String> address, String html, State state, Instant queuedAt) {

    public enum State {
        QUEUED
    }
}
