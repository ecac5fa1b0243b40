package dev.seventouch.engine.policy;

import dev.seventouch.engine.policy.ContactHours.Opening;
import java.time.Instant;
import java.time.LocalDate;
import java.time.zone.ZoneRules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks for the first day with a good opening, and remembers why it is that day. Good for one search. */
final class DaySearch {
    private static final int PATIENCE_DAYS = 1_100;
    /** So much less than {@link #PATIENCE_DAYS} that a day found without holidays and quiet days is still seen as such on that day. */
    private static final int PATIENCE_ON_THE_DAY = PATIENCE_DAYS - 366;
    /** Days of the week and dates come together again within 40 years, over a year like 2100 too. */
    private static final int CALENDAR_DAYS = 41 * 366;

    private final Timing timing;
    private final Window window;
    private final ContactHours hours;
    private final ZoneRules rules;
    private final Instant earliest;
    private final Instant allowed;
    private final List<Instant> touched;
    private String why;
    /** Whether the window's dates were over before a good opening was found. */
    private boolean over;

    /**
     * @param earliest not before this, nor before {@code allowed}
     * @param allowed from when on the limits allow a touch
     */
    DaySearch(Timing timing, Window window, Instant earliest, Instant allowed, List<Instant> touched, String why) {
        this.timing = timing;
        this.window = window;
        this.hours = timing.time().hours().narrowedTo(window);
        this.rules = timing.zone().getRules();
        this.earliest = earliest;
        this.allowed = allowed;
        this.touched = touched;
        this.why = why;
    }

    /** The first good opening on {@code day} or later, or null if there never is one. */
    @Nullable Opening first(LocalDate day) {
        Opening opening = first(day, PATIENCE_DAYS, true);
        if (opening == null && !over) {
            opening = first(day, CALENDAR_DAYS, false);
            why = "holidays and quiet days leave no other";
        }
        return opening;
    }

    /** Whether from {@code day} on only holidays and quiet days could be had. */
    boolean findsNoFreeDay(LocalDate day) {
        return first(day, PATIENCE_ON_THE_DAY, true) == null && !over;
    }

    /** Why the day that was found is not the one that was planned; if none was found, why not. */
    String why() {
        return why;
    }

    private @Nullable Opening first(LocalDate day, int patience, boolean free) {
        LocalDate candidate = day;
        Dates.Once season = null;
        LocalDate last = null;
        boolean late = true;
        while (last == null || !candidate.isAfter(last)) {
            if (window.dates() != null && (season == null || candidate.isAfter(season.last()))) {
                Dates.Once next = window.dates().notBefore(candidate).orElse(null);
                if (next == null) {
                    over = true;
                    why = late ? "its date has passed" : "its dates hold no day that is open";
                    return null;
                }
                season = next;
                late = season.first().isBefore(candidate);
                if (season.first().isAfter(candidate)) {
                    candidate = season.first();
                    why = "in its season";
                }
            }
            last = last == null ? candidate.plusDays(patience) : last;
            String against = against(candidate, free);
            if (against == null) {
                Opening opening = hours.on(candidate, rules);
                if (!opening.isEmpty()
                        && opening.closes().isAfter(earliest)
                        && opening.closes().isAfter(allowed)) {
                    return opening;
                }
                against = closed(opening);
                late |= !opening.isEmpty();
            }
            why = against;
            candidate = candidate.plusDays(1);
        }
        return null;
    }

    /** What speaks against the whole of {@code day}, or null if nothing does. */
    private @Nullable String against(LocalDate day, boolean free) {
        if (!hours.days().contains(day.getDayOfWeek())) {
            return timing.time().hours().days().contains(day.getDayOfWeek())
                    ? "on its day of the week"
                    : "within contact hours";
        }
        if (!free) {
            return null;
        }
        if (timing.isQuiet(day)) {
            return "a quiet day";
        }
        String holiday = timing.holiday(day);
        return holiday == null ? null : "off " + holiday;
    }

    private String closed(Opening opening) {
        if (!opening.isEmpty() && opening.closes().isAfter(earliest)) {
            return timing.limits().why(touched);
        }
        return window.opens() == null && window.closes() == null ? "within contact hours" : "at its time of day";
    }
}
