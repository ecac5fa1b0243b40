package dev.seventouch.engine.definition;

import dev.seventouch.engine.cadence.Delay;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values as authors write them. Each throws IllegalArgumentException with what it expects. */
final class Values {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");
    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,5})([mhdw])");
    private static final Pattern HOURS = Pattern.compile("(\\d{2}:\\d{2})-(\\d{2}:\\d{2})");
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    private Values() {}

    static String id(String text) {
        if (!ID.matcher(text).matches()) {
            throw new IllegalArgumentException("expected lower-case letters, digits and hyphens, at most 60");
        }
        return text;
    }

    static Delay delay(String text) {
        Matcher amount = amount(text);
        int count = Integer.parseInt(amount.group(1));
        return switch (amount.group(2)) {
            case "d" -> new Delay.Days(count);
            case "w" -> new Delay.Days(7 * count);
            case "h" -> new Delay.Exactly(Duration.ofHours(count));
            default -> new Delay.Exactly(Duration.ofMinutes(count));
        };
    }

    static Delay.Days days(String text) {
        if (delay(text) instanceof Delay.Days days && days.count() > 0) {
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

    private static Matcher amount(String text) {
        Matcher amount = AMOUNT.matcher(text);
        if (!amount.matches()) {
            throw new IllegalArgumentException("expected minutes, hours, days or weeks, such as 30m, 20h, 3d or 2w");
        }
        return amount;
    }

    static Set<DayOfWeek> weekdays(String text) {
        EnumSet<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String part : text.toLowerCase(Locale.ROOT).split("[,\\s]+")) {
            String[] ends = part.split("-");
            if (ends.length > 2 || !Arrays.stream(ends).allMatch(DAYS::contains)) {
                throw new IllegalArgumentException("expected days, such as mon-fri or mon, wed, sat");
            }
            DayOfWeek day = weekday(ends[0]);
            days.add(day);
            while (day != weekday(ends[ends.length - 1])) {
                day = day.plus(1);
                days.add(day);
            }
        }
        return days;
    }

    private static DayOfWeek weekday(String text) {
        return DayOfWeek.of(DAYS.indexOf(text) + 1);
    }

    record Hours(LocalTime opens, LocalTime closes) {}

    static Hours hours(String text) {
        Matcher hours = HOURS.matcher(text);
        try {
            if (hours.matches()) {
                Hours read = new Hours(LocalTime.parse(hours.group(1)), LocalTime.parse(hours.group(2)));
                if (read.opens().isBefore(read.closes())) {
                    return read;
                }
            }
        } catch (DateTimeException e) {
            // said below
        }
        throw new IllegalArgumentException("expected hours that open before they close, such as \"09:00-17:30\"");
    }

    static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("expected a time zone, such as Europe/Berlin", e);
        }
    }

    static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("expected a date, such as 2027-03-31", e);
        }
    }

    static int count(String text) {
        try {
            int count = Integer.parseInt(text);
            if (count > 0) {
                return count;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IllegalArgumentException("expected a whole number of 1 or more");
    }

    static boolean yes(String text) {
        return switch (text) {
            case "true", "yes" -> true;
            case "false", "no" -> false;
            default -> throw new IllegalArgumentException("expected yes or no");
        };
    }

    static <E extends Enum<E>> E oneOf(Class<E> type, String text) {
        for (E constant : type.getEnumConstants()) {
            if (word(constant).equals(text)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("expected one of "
                + String.join(
                        ", ",
                        Arrays.stream(type.getEnumConstants()).map(Values::word).toList()));
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
