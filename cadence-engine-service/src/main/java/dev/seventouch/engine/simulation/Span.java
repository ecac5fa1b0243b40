package dev.seventouch.engine.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A length of time as people mean it: nine days later is the same time of day, whatever clocks did in between.
 *
 * @param days of the lead's calendar
 * @param more elapsed time on top
 */
public record Span(int days, Duration more) {
    public static final Span NONE = new Span(0, Duration.ZERO);

    public Instant from(Instant start, ZoneId zone) {
        return start.atZone(zone).plusDays(days).toInstant().plus(more);
    }
}
