package dev.seventouch.engine.dryrun;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days and times as they are printed. */
final class Moments {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter FULL_DAY = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private Moments() {}

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String fullDay(LocalDate day) {
        return FULL_DAY.format(day);
    }

    static String time(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone));
    }

    static String full(Instant at, ZoneId zone) {
        return FULL_DAY.format(at.atZone(zone)) + " " + time(at, zone);
    }
}
