package dev.seventouch.engine.cadence;

import java.time.Duration;

/**
 * How long the plan waits while a person is at it.
 *
 * @param reply after a reply, and after the time of an agreed next step
 * @param conversation after a conversation without one
 */
public record Waits(Duration reply, Duration conversation) {
    public static final Waits USUAL = new Waits(Duration.ofDays(3), Duration.ofDays(3));
}
