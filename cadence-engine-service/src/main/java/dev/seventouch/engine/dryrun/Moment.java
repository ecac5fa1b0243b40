package dev.seventouch.engine.dryrun;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * When a dry run begins, as it is typed.
 *
 * @param time null for when the cadence opens
 */
public record Moment(LocalDate day, @Nullable LocalTime time) {

    /** @throws Refused if it is neither a day nor a time */
    public static Moment of(String text) {
        try {
            if (text.length() == 10) {
                return new Moment(LocalDate.parse(text), null);
            }
            LocalDateTime time = LocalDateTime.parse(text.replace(' ', 'T'));
            return new Moment(time.toLocalDate(), time.toLocalTime());
        } catch (DateTimeException e) {
            throw new Refused("expected a day or a time, such as 2027-01-05 or 2027-01-05T10:00");
        }
    }

    public Instant instant(ZoneId zone, LocalTime opens) {
        return day.atTime(time == null ? opens : time).atZone(zone).toInstant();
    }
}
