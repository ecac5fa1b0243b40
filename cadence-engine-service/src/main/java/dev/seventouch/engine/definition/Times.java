package dev.seventouch.engine.definition;

import dev.seventouch.engine.policy.Dates;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Days, dates and hours as authors write them. Each throws IllegalArgumentException with what it expects. */
final class Times {
    private static final String DAY = "(mon|tue|wed|thu|fri|sat|sun)";
    private static final Pattern DAYS = Pattern.compile(DAY + "(?:-" + DAY + ")?");
    private static final Pattern HOURS = Pattern.compile("(\\d{1,2}:\\d{2})\\s*-\\s*(\\d{1,2}:\\d{2})");
    private static final Pattern TIME = Pattern.compile("\\d{1,2}:\\d{2}");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MONTH_DAY = Pattern.compile("\\d{2}-\\d{2}");
    private static final Pattern RUN = Pattern.compile("(.+?)\\s*\\.\\.\\s*(.+)");
    private static final int MINUTES_AT_A_TIME = 30;

    private Times() {}

    /** {@code mon-fri}, or {@code mon, wed, sat}. */
    static Set<DayOfWeek> weekdays(String text) {
        EnumSet<DayOfWeek> weekdays = EnumSet.noneOf(DayOfWeek.class);
        String days = text.toLowerCase(Locale.ROOT).replaceAll("\\s*-\\s*", "-");
        for (String part : days.split("[,\\s]+", -1)) {
            Matcher run = DAYS.matcher(part);
            if (!run.matches()) {
                throw new IllegalArgumentException("expected days, such as mon-fri or mon, wed, sat");
            }
            DayOfWeek day = weekday(run.group(1));
            DayOfWeek last = run.group(2) == null ? day : weekday(run.group(2));
            weekdays.add(day);
            while (day != last) {
                day = day.plus(1);
                weekdays.add(day);
            }
        }
        return weekdays;
    }

    private static DayOfWeek weekday(String text) {
        return EnumSet.allOf(DayOfWeek.class).stream()
                .filter(day -> word(day).equals(text))
                .findFirst()
                .orElseThrow();
    }

    static String words(Collection<DayOfWeek> days) {
        return days.stream().sorted().map(Times::word).collect(Collectors.joining(", "));
    }

    private static String word(DayOfWeek day) {
        return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
    }

    record Hours(LocalTime opens, LocalTime closes) {
        boolean contain(Hours others) {
            return !others.opens.isBefore(opens) && !others.closes.isAfter(closes);
        }

        @Override
        public String toString() {
            return opens + "-" + closes;
        }
    }

    static Hours hours(String text) {
        return hours(text, "expected hours that open before they close, such as \"09:00-17:30\"");
    }

    /** Hours, or a single time that means the half hour from it. */
    static Hours at(String text) {
        String expected = "expected a time of day such as \"10:00\", or hours such as \"10:00-11:30\"";
        if (!TIME.matcher(text).matches()) {
            return hours(text, expected);
        }
        LocalTime from = time(text, expected);
        return inOrder(from, from.plusMinutes(MINUTES_AT_A_TIME), expected);
    }

    private static Hours hours(String text, String expected) {
        Matcher hours = HOURS.matcher(text);
        if (!hours.matches()) {
            throw new IllegalArgumentException(expected);
        }
        return inOrder(time(hours.group(1), expected), time(hours.group(2), expected), expected);
    }

    private static Hours inOrder(LocalTime opens, LocalTime closes, String expected) {
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException(expected);
        }
        return new Hours(opens, closes);
    }

    private static LocalTime time(String text, String expected) {
        try {
            return LocalTime.parse(text.length() < 5 ? "0" + text : text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(expected, e);
        }
    }

    /** {@code 12-05..12-16} every year, {@code 2027-03-05} or {@code 2027-03-05..2027-03-09} once. */
    static Dates dates(String text) {
        return dates(text, "expected dates, such as 12-05..12-16, 2027-03-05 or 2027-03-05..2027-03-09");
    }

    static Dates.Yearly yearly(String text) {
        String expected = "expected dates of every year, such as 12-05..12-16";
        if (dates(text, expected) instanceof Dates.Yearly yearly) {
            return yearly;
        }
        throw new IllegalArgumentException(expected);
    }

    private static Dates dates(String text, String expected) {
        Matcher run = RUN.matcher(text);
        String first = run.matches() ? run.group(1) : text;
        String last = run.matches() ? run.group(2) : text;
        try {
            if (DATE.matcher(first).matches() && DATE.matcher(last).matches()) {
                return new Dates.Once(LocalDate.parse(first), LocalDate.parse(last));
            }
            if (MONTH_DAY.matcher(first).matches() && MONTH_DAY.matcher(last).matches()) {
                return new Dates.Yearly(MonthDay.parse("--" + first), MonthDay.parse("--" + last));
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(expected, e);
        }
        throw new IllegalArgumentException(expected);
    }

    static LocalDate date(String text) {
        if (dates(text, "expected a date, such as 2027-03-31") instanceof Dates.Once once
                && once.first().equals(once.last())) {
            return once.first();
        }
        throw new IllegalArgumentException("expected a date, such as 2027-03-31");
    }

    static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "expected a time zone, such as Europe/Berlin"
                            + Nearest.hint(
                                    text,
                                    ZoneId.getAvailableZoneIds().stream()
                                            .sorted()
                                            .toList()),
                    e);
        }
    }
}
