package dev.seventouch.engine.definition;

import dev.seventouch.engine.cadence.After;
import dev.seventouch.engine.cadence.Delay;
import dev.seventouch.engine.policy.Rate;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as authors write them. Each throws IllegalArgumentException with what it expects. */
final class Spans {
    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,8})([mhdw])");
    private static final Pattern FROM_START = Pattern.compile("(\\S+)\\s+from\\s+capture");
    private static final Pattern OF_CYCLE = Pattern.compile("(\\d{1,6})\\s*%\\s+of\\s+cycle");
    private static final Pattern RATE = Pattern.compile("(\\d{1,7})\\s*/\\s*([hm])");
    private static final Duration LONGEST = Duration.ofDays(36_500);
    private static final int MOST_PERCENT = 500;

    private Spans() {}

    /** {@code 3d} is days of the lead's calendar, {@code 20h} is elapsed time. */
    static Delay delay(String text) {
        return delay(text, "expected minutes, hours, days or weeks, such as 30m, 20h, 3d or 2w");
    }

    private static Delay delay(String text, String expected) {
        Matcher amount = AMOUNT.matcher(text);
        if (!amount.matches()) {
            throw new IllegalArgumentException(expected);
        }
        int count = Integer.parseInt(amount.group(1));
        Duration duration = switch (amount.group(2)) {
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            case "d" -> Duration.ofDays(count);
            default -> Duration.ofDays(7L * count);
        };
        if (duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("expected at most a hundred years");
        }
        return switch (amount.group(2)) {
            case "m", "h" -> new Delay.Exactly(duration);
            default -> new Delay.Days((int) duration.toDays());
        };
    }

    static Delay.Days days(String text) {
        if (delay(text, "expected days or weeks, such as 30d or 4w") instanceof Delay.Days days && days.count() > 0) {
            return days;
        }
        throw new IllegalArgumentException("expected days or weeks, such as 30d or 4w");
    }

    static Duration duration(String text) {
        return switch (delay(text)) {
            case Delay.Days(var count) -> Duration.ofDays(count);
            case Delay.Exactly(var duration) -> duration;
        };
    }

    /** As an author would write it. */
    static String words(Duration duration) {
        Delay delay = duration.equals(Duration.ofDays(duration.toDays()))
                ? new Delay.Days((int) duration.toDays())
                : new Delay.Exactly(duration);
        return delay.toString();
    }

    /** A duration that lasts. */
    static Duration some(String text) {
        Duration duration = duration(text);
        if (duration.isZero()) {
            throw new IllegalArgumentException("expected more than nothing");
        }
        return duration;
    }

    static After after(String text) {
        Matcher share = OF_CYCLE.matcher(text);
        if (share.matches()) {
            int percent = Integer.parseInt(share.group(1));
            if (percent > MOST_PERCENT) {
                throw new IllegalArgumentException("expected 0% to " + MOST_PERCENT + "% of cycle");
            }
            return new After.Cycle(percent);
        }
        String expected = "expected how long, such as 30m, 20h, 3d or 2w, 14d from capture, or 50% of cycle";
        Matcher fromStart = FROM_START.matcher(text);
        return fromStart.matches()
                ? new After.Start(delay(fromStart.group(1), expected))
                : new After.Previous(delay(text, expected));
    }

    static Rate rate(String text) {
        Matcher rate = RATE.matcher(text);
        if (!rate.matches()) {
            throw new IllegalArgumentException("expected so many an hour or a minute, such as 600/h or 20/m");
        }
        int count = Integer.parseInt(rate.group(1));
        if (count == 0) {
            throw new IllegalArgumentException("expected at least 1; at this rate nothing ever goes out");
        }
        return new Rate(count, rate.group(2).equals("h") ? Duration.ofHours(1) : Duration.ofMinutes(1));
    }
}
