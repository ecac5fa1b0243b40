package dev.seventouch.engine.cadence;

import java.time.Duration;

/**
 * How a lead is asked to confirm (double opt-in).
 *
 * @param template the one mail that goes out before the confirmation
 * @param within how long the lead has
 */
public record OptIn(String template, Duration within) {
    public static final OptIn USUAL = new OptIn("please-confirm", Duration.ofDays(14));
}
