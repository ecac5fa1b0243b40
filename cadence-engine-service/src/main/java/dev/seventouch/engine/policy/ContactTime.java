package dev.seventouch.engine.policy;

import java.time.ZoneId;
import java.util.List;

/**
 * When leads of a cadence may be touched at all.
 *
 * @param hours on the lead's wall clock
 * @param fallback the zone of a lead whose own nothing tells
 * @param holidays the countries or parts of them whose public holidays are kept, such as {@code de} or {@code de-by};
 *     {@link #OF_THE_LEAD} stands for the lead's country
 * @param quiet days on which nothing goes out
 */
public record ContactTime(ContactHours hours, ZoneId fallback, List<String> holidays, List<Dates> quiet) {
    public static final String OF_THE_LEAD = "lead";

    public ContactTime {
        holidays = List.copyOf(holidays);
        quiet = List.copyOf(quiet);
    }
}
