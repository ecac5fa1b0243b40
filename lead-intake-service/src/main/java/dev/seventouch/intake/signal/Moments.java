package dev.seventouch.intake.signal;

import dev.seventouch.intake.body.JsonFields;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Moments that lie ahead, as ISO 8601 writes them. */
final class Moments {
    private static final Duration FARTHEST = Duration.ofDays(5 * 366);
    private static final Duration LONGEST_AGO = Duration.ofDays(366);
    private static final DateTimeFormatter FORMS = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffsetId()
            .toFormatter(Locale.ROOT);

    /** The clocks of the world are at most so far from UTC. */
    private static final int FARTHEST_CLOCK_HOURS = 14;

    private Moments() {}

    /** A time ahead, within a year, that has no zone: the clock of whoever wrote it shows it. */
    static Optional<LocalDateTime> onTheirClock(@Nullable String text, Instant now) {
        try {
            LocalDateTime here = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
            return Optional.ofNullable(text)
                    .map(LocalDateTime::parse)
                    .filter(wish -> wish.isAfter(here.minusHours(FARTHEST_CLOCK_HOURS)))
                    .filter(wish -> wish.isBefore(here.plusYears(1)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Three in the afternoon of the day after tomorrow. */
    static LocalDateTime anExample(Instant now) {
        return LocalDateTime.ofInstant(now, ZoneOffset.UTC)
                .toLocalDate()
                .plusDays(2)
                .atTime(15, 0);
    }

    /**
     * The moment in a field, which must be there; noted and null if it is not.
     *
     * @param zone for a day or a time without an offset; a day means its beginning
     */
    static @Nullable Instant ahead(JsonFields fields, String name, ZoneId zone, Instant now) {
        String text = fields.text(name);
        Instant moment = text == null ? null : read(text, zone);
        if (moment == null) {
            fields.wrong(name, "must be a day or a time, such as 2027-03-01 or 2027-03-01T09:30:00Z");
        } else if (!moment.isAfter(now) || moment.isAfter(now.plus(FARTHEST))) {
            fields.wrong(name, "must lie ahead, by at most five years; it is now " + now);
            return null;
        }
        return moment;
    }

    /** The instant in a field; noted and null if it is none, lies ahead, or lies back by more than a year. */
    static @Nullable Instant past(JsonFields fields, String name, Instant now) {
        String text = fields.text(name);
        try {
            Instant moment =
                    text == null ? null : OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
            if (moment != null && !moment.isAfter(now) && moment.isAfter(now.minus(LONGEST_AGO))) {
                return moment;
            }
            if (moment != null) {
                fields.wrong(name, "must lie back, by at most a year; it is now " + now);
                return null;
            }
            fields.wrong(name, "must be an instant, such as 2026-11-20T09:30:00Z");
        } catch (DateTimeException e) {
            fields.wrong(name, "must be an instant, such as 2026-11-20T09:30:00Z");
        }
        return null;
    }

    private static @Nullable Instant read(String text, ZoneId zone) {
        try {
            TemporalAccessor read = FORMS.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            return switch (read) {
                case OffsetDateTime exact -> exact.toInstant();
                case LocalDateTime local -> local.atZone(zone).toInstant();
                case LocalDate day -> day.atStartOfDay(zone).toInstant();
                default -> null;
            };
        } catch (DateTimeException e) {
            return null;
        }
    }
}
