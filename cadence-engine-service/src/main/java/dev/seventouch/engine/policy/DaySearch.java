package dev.seventouch.engine.policy;

import dev.seventouch.engine.policy.ContactHours.Opening;
import java.time.Instant;
import java.time.LocalDate;
import java.time.zone.ZoneRules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks for the first day with a good opening, and remembers why it is that day. Good for one search. */
final class DaySearch {
    /** For so long holidays and quiet days are waited out. */
    private static final int PATIENCE_DAYS = 1_100;
    /** A date comes to its day of the week again within 40 years, over a year like 2100 too. */
    private static final int CALENDAR_DAYS = 41 * 366;

    private final Timing timing;
    private final Window window;
    private final ContactHours hours;
    private final ZoneRules rules;
    private final Instant earliest;
    private final Instant allowed;
    private final List<Instant> touched;
    private String why;
    /** The run of the window's dates that is looked through. */
    private Dates.@Nullable Once season;
    /** Whether some of it was gone already. */
    private boolean late;
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

    /**
     * The first good opening on {@code day} or later, or null if there never is one. Where only holidays and quiet days could be
     * had, the first of these.
     */
    @Nullable Opening first(LocalDate day) {
        Opening resort = null;
        LocalDate candidate = inSeason(day);
        LocalDate last = (candidate == null ? day : candidate).plusDays(CALENDAR_DAYS);
        while (candidate != null && !candidate.isAfter(last)) {
            Opening opening = hours.on(candidate, rules);
            String against = against(candidate, opening);
            if (against == null) {
                against = notFree(candidate);
                if (against == null) {
                    return opening;
                }
                if (resort == null) {
                    resort = opening;
                    last = candidate.plusDays(PATIENCE_DAYS);
                }
            }
            why = against;
            candidate = inSeason(candidate.plusDays(1));
        }
        if (over) {
            return null;
        }
        why = "holidays and quiet days leave no other";
        return resort;
    }

    /** Why the day that was found is not the one that was planned; if none was found, why not. */
    String why() {
        return why;
    }

    /** {@code day} itself, or the first day of the season to come, or null if none comes any more. */
    private @Nullable LocalDate inSeason(LocalDate day) {
        if (window.dates() == null || (season != null && !day.isAfter(season.last()))) {
            return day;
        }
        Dates.Once next = window.dates().notBefore(day).orElse(null);
        if (next == null) {
            over = true;
            why = season == null || late ? "its date has passed" : "its dates hold no day that is open";
            return null;
        }
        season = next;
        late = next.first().isBefore(day);
        if (next.first().isAfter(day)) {
            why = "in its season";
            return next.first();
        }
        return day;
    }

    /** What speaks against touching the lead on {@code day} at all, or null if nothing does. */
    private @Nullable String against(LocalDate day, Opening opening) {
        if (!hours.days().contains(day.getDayOfWeek())) {
            return timing.time().hours().days().contains(day.getDayOfWeek())
                    ? "on its day of the week"
                    : "within contact hours";
        }
        if (opening.isEmpty() || !opening.closes().isAfter(earliest)) {
            late |= !opening.isEmpty();
            return window.opens() == null && window.closes() == null ? "within contact hours" : "at its time of day";
        }
        if (!opening.closes().isAfter(allowed)) {
            late = true;
            return timing.limits().why(touched);
        }
        return null;
    }

    private @Nullable String notFree(LocalDate day) {
        if (timing.isQuiet(day)) {
            return "a quiet day";
        }
        String holiday = timing.holiday(day);
        return holiday == null ? null : "off " + holiday;
    }
}
