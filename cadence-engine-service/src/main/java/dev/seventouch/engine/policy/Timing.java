package dev.seventouch.engine.policy;

import dev.seventouch.engine.policy.ContactHours.Opening;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The moments at which one lead may be touched: within the hours of the cadence on the lead's wall clock, off holidays and quiet
 * days, within the limits.
 *
 * @param zone the lead's
 * @param regions the regions whose public holidays are kept for this lead, as {@link Holidays} takes them
 */
public record Timing(ContactTime time, Limits limits, ZoneId zone, List<String> regions) {

    public Timing {
        regions = List.copyOf(regions);
    }

    /**
     * The timing of a lead.
     *
     * @param given the zone that the lead gave; where it gave none, that of its phone number, else of its country, else the
     *     cadence's {@link ContactTime#fallback()}
     * @param phone E.164
     * @param country ISO 3166-1 alpha-2: its holidays are kept where the cadence keeps {@link ContactTime#OF_THE_LEAD}. A lead
     *     whose country is not known has no holidays of its own
     */
    public static Timing of(
            ContactTime time, Limits limits, @Nullable ZoneId given, @Nullable String phone, @Nullable String country) {
        ZoneId zone = given != null ? given : Zones.of(phone, country).orElse(time.fallback());
        return new Timing(time, limits, zone, regions(time.holidays(), country));
    }

    private static List<String> regions(List<String> holidays, @Nullable String country) {
        if (!holidays.contains(ContactTime.OF_THE_LEAD)) {
            return holidays;
        }
        List<String> regions = new ArrayList<>(holidays.size());
        for (String region : holidays) {
            if (!region.equals(ContactTime.OF_THE_LEAD)) {
                regions.add(region);
            } else if (country != null) {
                regions.add(country.toLowerCase(Locale.ROOT));
            }
        }
        return regions;
    }

    /**
     * The first good moment on {@code day} or later, and not before {@code earliest}; within the opening it falls in, the moment
     * that {@code seed} has. Where holidays and quiet days leave no opening in three years they are not kept.
     *
     * @param day on the lead's calendar
     * @param window what holds for this touch beyond what holds for all
     * @param touched when the lead was touched, oldest first, as {@link Limits#judge} takes it; some may be after
     *     {@code earliest}
     * @return never only if the window's dates come once and hold no good moment any more
     */
    public Opportunity slot(LocalDate day, Instant earliest, Window window, List<Instant> touched, String seed) {
        Instant allowed = limits.earliest(touched);
        LocalDate planned = later(day, LocalDate.ofInstant(earliest, zone));
        LocalDate first = planned;
        String why = "as planned";
        if (allowed.isAfter(earliest)) {
            first = later(day, LocalDate.ofInstant(allowed, zone));
            // A gap that ends within the planned day moves the hour, not the day: nothing worth a word.
            why = first.isAfter(planned) ? limits.why(touched) : why;
        }
        DaySearch search = new DaySearch(this, window, earliest, allowed, touched, why);
        Opening opening = search.first(first);
        if (opening == null) {
            return new Opportunity.Never(search.why());
        }
        Instant at = Spread.within(later(opening.opens(), later(earliest, allowed)), opening.closes(), seed);
        return new Opportunity.Slot(at, opening.closes(), search.why());
    }

    /**
     * Whether {@code at}, once planned, is still a good moment. So is every slot as long as nothing changes.
     *
     * @param touched when the lead was touched, oldest first, as {@link Limits#judge} takes it
     */
    public boolean accepts(Instant at, Window window, List<Instant> touched) {
        Instant allowed = limits.earliest(touched);
        if (at.isBefore(allowed)) {
            return false;
        }
        Opening opening = new DaySearch(this, window, at, allowed, touched, "").first(LocalDate.ofInstant(at, zone));
        return opening != null && opening.contains(at);
    }

    boolean isQuiet(LocalDate day) {
        List<Dates> quiet = time.quiet();
        for (int i = 0; i < quiet.size(); i++) {
            if (quiet.get(i).contains(day)) {
                return true;
            }
        }
        return false;
    }

    /** The name of the holiday that is kept on {@code day}, or null if there is none. */
    @Nullable String holiday(LocalDate day) {
        for (int i = 0; i < regions.size(); i++) {
            String name = Holidays.name(day, regions.get(i));
            if (name != null) {
                return name;
            }
        }
        return null;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
