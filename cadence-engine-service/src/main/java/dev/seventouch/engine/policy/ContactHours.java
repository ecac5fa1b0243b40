package dev.seventouch.engine.policy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;

/**
 * The days and hours in which a lead is touched, on the lead's own wall clock.
 *
 * @param opens inclusive
 * @param closes exclusive, later than {@code opens}
 */
public record ContactHours(Set<DayOfWeek> days, LocalTime opens, LocalTime closes) {

    /** @throws IllegalArgumentException if there are no days, or the hours are not in order */
    public ContactHours {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("at least one day is needed");
        }
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException("hours open before they close");
        }
        days = EnumSet.copyOf(days);
    }

    /** The first opening that ends after {@code earliest} and is on {@code day} or later. */
    public Opening firstOpening(LocalDate day, Instant earliest, ZoneId zone) {
        LocalDate candidate = max(day, earliest.atZone(zone).toLocalDate());
        while (true) {
            if (days.contains(candidate.getDayOfWeek())) {
                Opening opening = on(candidate, zone);
                if (opening.closes().isAfter(earliest) && opening.opens().isBefore(opening.closes())) {
                    return opening;
                }
            }
            candidate = candidate.plusDays(1);
        }
    }

    /** Whether a lead in {@code zone} may be touched at {@code instant}. */
    public boolean isOpen(Instant instant, ZoneId zone) {
        LocalDate day = instant.atZone(zone).toLocalDate();
        return days.contains(day.getDayOfWeek()) && on(day, zone).contains(instant);
    }

    // Local times that a daylight-saving change skips are moved on, those that it repeats are taken once: the first
    // time.
    private Opening on(LocalDate day, ZoneId zone) {
        return new Opening(
                day.atTime(opens).atZone(zone).toInstant(),
                day.atTime(closes).atZone(zone).toInstant());
    }

    private static LocalDate max(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** From inclusive, until exclusive. */
    public record Opening(Instant opens, Instant closes) {

        public boolean contains(Instant instant) {
            return !instant.isBefore(opens) && instant.isBefore(closes);
        }
    }
}
