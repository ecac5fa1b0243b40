package dev.seventouch.engine.policy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

    /** Whether a lead in {@code zone} may be touched at {@code instant}, by day of the week and hour alone. */
    public boolean isOpen(Instant instant, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(instant, zone);
        return days.contains(day.getDayOfWeek()) && on(day, zone.getRules()).contains(instant);
    }

    /** These hours as far as {@code window} leaves them; where it leaves no day of the week, or no time of day, all of these. */
    ContactHours narrowedTo(Window window) {
        if (window.days().isEmpty() && window.opens() == null && window.closes() == null) {
            return this;
        }
        LocalTime from = later(opens, window.opens());
        LocalTime until = earlier(closes, window.closes());
        return from.isBefore(until)
                ? new ContactHours(daysWithin(window), from, until)
                : new ContactHours(daysWithin(window), opens, closes);
    }

    private Set<DayOfWeek> daysWithin(Window window) {
        if (window.days().isEmpty()) {
            return days;
        }
        EnumSet<DayOfWeek> both = EnumSet.copyOf(days);
        both.retainAll(window.days());
        return both.isEmpty() ? days : both;
    }

    /**
     * These hours on {@code day}, whatever day of the week it is. All that it contains is of this day and these hours by the
     * wall clock, and no time of the clock is in it twice unless the hours surround the change: an end that a change of the
     * clocks skips moves on to the change, and of hours that it repeats only one run is taken. Empty where all of it is skipped.
     */
    Opening on(LocalDate day, ZoneRules rules) {
        LocalDateTime from = day.atTime(opens);
        LocalDateTime until = day.atTime(closes);
        ZoneOffsetTransition changeFrom = rules.getTransition(from);
        ZoneOffsetTransition changeUntil = rules.getTransition(until);
        return new Opening(
                changeFrom == null ? instant(from, rules) : start(from, changeFrom, changeFrom.equals(changeUntil)),
                changeUntil == null ? instant(until, rules) : end(until, changeUntil));
    }

    private static Instant instant(LocalDateTime time, ZoneRules rules) {
        return time.toInstant(rules.getOffset(time));
    }

    private static Instant start(LocalDateTime from, ZoneOffsetTransition change, boolean endsInIt) {
        if (change.isGap()) {
            return change.getInstant();
        }
        // After the second run the clock goes straight on to the end; after the first it falls back to before these
        // hours.
        return from.toInstant(endsInIt ? change.getOffsetBefore() : change.getOffsetAfter());
    }

    private static Instant end(LocalDateTime until, ZoneOffsetTransition change) {
        return change.isGap() ? change.getInstant() : until.toInstant(change.getOffsetBefore());
    }

    private static LocalTime later(LocalTime one, @Nullable LocalTime other) {
        return other == null || one.isAfter(other) ? one : other;
    }

    private static LocalTime earlier(LocalTime one, @Nullable LocalTime other) {
        return other == null || one.isBefore(other) ? one : other;
    }

    /** From inclusive, until exclusive. */
    public record Opening(Instant opens, Instant closes) {

        public boolean contains(Instant instant) {
            return !instant.isBefore(opens) && instant.isBefore(closes);
        }

        boolean isEmpty() {
            return !opens.isBefore(closes);
        }
    }
}
