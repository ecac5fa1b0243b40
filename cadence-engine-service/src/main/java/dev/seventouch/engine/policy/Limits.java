package dev.seventouch.engine.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much touching a lead is put up with, over all channels.
 *
 * @param gap the least time between two touches
 * @param perWeek the most touches in any seven days of 24 hours
 * @param perMonth the most touches in any thirty days of 24 hours; null for as many as the week allows
 */
public record Limits(Duration gap, int perWeek, @Nullable Integer perMonth) {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration MONTH = Duration.ofDays(30);

    /** @throws IllegalArgumentException if the gap is negative, or no touch a week or a month is allowed */
    public Limits {
        if (gap.isNegative()) {
            throw new IllegalArgumentException("a gap is not negative");
        }
        if (perWeek < 1) {
            throw new IllegalArgumentException("at least one touch a week must be allowed");
        }
        if (perMonth != null && perMonth < 1) {
            throw new IllegalArgumentException("at least one touch a month must be allowed");
        }
    }

    public Limits(Duration gap, int perWeek) {
        this(gap, perWeek, null);
    }

    /**
     * The earliest instant, not before {@code wanted}, at which one more touch keeps within the limits.
     *
     * @param wanted not before the last of {@code touched}
     * @param touched when the lead was touched, oldest first: all of the last thirty days, or as many as the largest cap
     */
    public Verdict judge(Instant wanted, List<Instant> touched) {
        Instant earliest = earliest(touched);
        return earliest.isAfter(wanted) ? new Verdict.Defer(earliest, why(touched)) : new Verdict.Allow();
    }

    /** From when on one more touch keeps within the limits, whatever comes between; never before the last of {@code touched}. */
    Instant earliest(List<Instant> touched) {
        if (touched.isEmpty()) {
            return Instant.MIN;
        }
        Instant earliest = touched.getLast().plus(gap);
        earliest = later(earliest, room(perWeek, WEEK, touched));
        return perMonth == null ? earliest : later(earliest, room(perMonth, MONTH, touched));
    }

    /** What {@link #earliest} is for, in words. */
    String why(List<Instant> touched) {
        Instant earliest = earliest(touched);
        if (earliest.equals(room(perWeek, WEEK, touched))) {
            return "no more than " + touches(perWeek) + " in a week";
        }
        if (perMonth != null && earliest.equals(room(perMonth, MONTH, touched))) {
            return "no more than " + touches(perMonth) + " in 30 days";
        }
        return "at least " + hours(gap) + " after the touch before";
    }

    private static Instant room(int most, Duration period, List<Instant> touched) {
        return touched.size() < most
                ? Instant.MIN
                : touched.get(touched.size() - most).plus(period);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static String touches(int count) {
        return count == 1 ? "1 touch" : count + " touches";
    }

    private static String hours(Duration gap) {
        return gap.toMinutesPart() == 0 ? gap.toHours() + " h" : gap.toMinutes() + " min";
    }
}
