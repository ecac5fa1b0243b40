package dev.seventouch.desk.forecast;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * For how many leads the library runs dry, if nothing is added to it.
 *
 * @param within how many days ahead this looks
 * @param from when it does so for the first of them, in house time; null if for none
 * @param by by the step that comes next for them, the soonest first
 */
public record Forecast(int within, long leads, @Nullable Instant from, List<Shortage> by) {

    public Forecast {
        by = List.copyOf(by);
    }

    static Forecast of(int within, List<DryDay> days) {
        List<Shortage> by = Shortage.sum(days.stream().flatMap(day -> day.by().stream()));
        return new Forecast(
                within,
                by.stream().mapToLong(Shortage::leads).sum(),
                by.isEmpty() ? null : by.getFirst().from(),
                by);
    }
}
