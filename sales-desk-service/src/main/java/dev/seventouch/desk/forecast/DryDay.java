package dev.seventouch.desk.forecast;

import dev.seventouch.desk.page.Rank;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * How many leads the library runs dry for on one day.
 *
 * @param day in UTC
 */
public record DryDay(LocalDate day, List<Shortage> by) {

    public DryDay {
        by = List.copyOf(by);
    }

    /** Whether a page that begins after {@code rank} has none of this day. */
    boolean isBefore(String rank) {
        return Rank.ascending(day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(), "")
                        .compareTo(rank)
                <= 0;
    }
}
