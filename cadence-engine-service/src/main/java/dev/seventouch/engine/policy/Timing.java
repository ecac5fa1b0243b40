package dev.seventouch.engine.policy;

import dev.seventouch.engine.policy.ContactHours.Opening;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * The moment of a touch: within hours, gap and caps.
 *
 * @param zone the lead's
 */
public record Timing(ContactHours hours, Limits limits, ZoneId zone) {

    /**
     * @param at when
     * @param until until when it is still that moment
     * @param why in words
     */
    public record Slot(Instant at, Instant until, String why) {}

    /**
     * The first good moment on {@code day} or later, and not before {@code earliest}.
     *
     * @param touched when the lead was touched, oldest first
     * @param seed what the moment within the window is derived from
     */
    public Slot slot(LocalDate day, Instant earliest, List<Instant> touched, String seed) {
        Instant from = later(earliest, day.atStartOfDay(zone).toInstant());
        String why = "as planned";
        if (limits.judge(from, touched) instanceof Verdict.Defer(var until, var reason)) {
            from = until;
            // A gap that ends within the planned day moves the hour, not the day: nothing worth a word.
            why = until.atZone(zone).toLocalDate().isAfter(day) ? reason : why;
        }
        Opening opening = hours.firstOpening(day, from, zone);
        if (opening.opens().atZone(zone).toLocalDate().isAfter(from.atZone(zone).toLocalDate())) {
            why = "within contact hours";
        }
        Instant at = Spread.within(later(opening.opens(), from), opening.closes(), seed);
        return new Slot(at, opening.closes(), why);
    }

    /** Whether {@code instant} is within contact hours. */
    public boolean isOpen(Instant instant) {
        return hours.isOpen(instant, zone);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
