package dev.seventouch.engine.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How much touching a lead is put up with, over all channels.
 *
 * @param gap the least time between two touches
 * @param perWeek the most touches in any seven days
 */
public record Limits(Duration gap, int perWeek) {
    private static final Duration WEEK = Duration.ofDays(7);

    /** @throws IllegalArgumentException if the gap is negative or no touch a week is allowed */
    public Limits {
        if (gap.isNegative()) {
            throw new IllegalArgumentException("a gap is not negative");
        }
        if (perWeek < 1) {
            throw new IllegalArgumentException("at least one touch a week must be allowed");
        }
    }

    /**
     * The earliest instant, not before {@code wanted}, at which one more touch keeps within the limits.
     *
     * @param touched when the lead was touched, oldest first
     */
    public Verdict judge(Instant wanted, List<Instant> touched) {
        if (touched.isEmpty()) {
            return new Verdict.Allow();
        }
        Instant afterGap = touched.getLast().plus(gap);
        Instant afterCap = touched.size() < perWeek
                ? Instant.MIN
                : touched.get(touched.size() - perWeek).plus(WEEK);
        if (afterCap.isAfter(wanted) && !afterGap.isAfter(afterCap)) {
            return new Verdict.Defer(afterCap, "no more than " + perWeek + " touches in a week");
        }
        if (afterGap.isAfter(wanted)) {
            return new Verdict.Defer(afterGap, "at least " + hours(gap) + " after the touch before");
        }
        return new Verdict.Allow();
    }

    private static String hours(Duration gap) {
        return gap.toMinutesPart() == 0 ? gap.toHours() + " h" : gap.toMinutes() + " min";
    }
}
