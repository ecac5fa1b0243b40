package dev.seventouch.engine.policy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a touch may come, beyond what holds for all touches.
 *
 * @param days of the week; empty means any
 * @param opens of the day, inclusive; null for whenever the cadence opens
 * @param closes of the day, exclusive; null for whenever the cadence closes
 * @param dates null for any
 */
public record Window(
        Set<DayOfWeek> days,
        @Nullable LocalTime opens,
        @Nullable LocalTime closes,
        @Nullable Dates dates) {
    public static final Window ANY = new Window(Set.of(), null, null, null);

    public Window {
        days = Set.copyOf(days);
    }

    boolean contains(LocalDate day) {
        return (days.isEmpty() || days.contains(day.getDayOfWeek())) && (dates == null || dates.contains(day));
    }
}
