package dev.seventouch.engine.policy;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** The public holidays of one region. Remembers the years last asked for. Thread-safe. */
final class HolidayRegion {
    private static final int YEARS = 8;

    /** Jollyday loads its parts when they are first asked for, and a second thread that asks meanwhile finds none. */
    private static final Object ONE_AT_A_TIME = new Object();

    private final String name;
    private final HolidayManager manager;
    private final String[] parts;
    private final AtomicReferenceArray<@Nullable Known> years = new AtomicReferenceArray<>(YEARS);

    private HolidayRegion(HolidayManager manager, List<String> path) {
        this.name = String.join("-", path);
        this.manager = manager;
        this.parts = path.subList(1, path.size()).toArray(String[]::new);
    }

    /**
     * The region of {@code name} as far as it is known, at least its country.
     *
     * @param name in lower case, of a country that Jollyday knows
     */
    static HolidayRegion of(String name) {
        List<String> path = Arrays.asList(name.split("-", -1));
        synchronized (ONE_AT_A_TIME) {
            return of(path, HolidayManager.getInstance(ManagerParameters.create(path.getFirst())));
        }
    }

    private static HolidayRegion of(List<String> path, HolidayManager manager) {
        CalendarHierarchy place = manager.getCalendarHierarchy();
        int known = 1;
        while (known < path.size()) {
            place = part(place, path.get(known));
            if (place == null) {
                break;
            }
            known++;
        }
        return new HolidayRegion(manager, path.subList(0, known));
    }

    private static @Nullable CalendarHierarchy part(CalendarHierarchy whole, String id) {
        for (CalendarHierarchy part : whole.getChildren().values()) {
            if (part.getId().equalsIgnoreCase(id)) {
                return part;
            }
        }
        return null;
    }

    /** In lower case. */
    String name() {
        return name;
    }

    @Nullable String holiday(LocalDate day) {
        int slot = Math.floorMod(day.getYear(), YEARS);
        Known known = years.get(slot);
        if (known == null || known.year() != day.getYear()) {
            synchronized (ONE_AT_A_TIME) {
                known = read(day.getYear());
            }
            years.set(slot, known);
        }
        return known.names().get(day);
    }

    private Known read(int year) {
        Map<LocalDate, String> names = new HashMap<>();
        // A New Year's Day that is a Saturday is observed the year before.
        for (int of = year - 1; of <= year + 1; of++) {
            for (Holiday holiday : manager.getHolidays(Year.of(of), HolidayType.PUBLIC_HOLIDAY, parts)) {
                put(names, year, holiday.getDate(), holiday);
                if (isWeekend(holiday.getActualDate())) {
                    put(names, year, holiday.getActualDate(), holiday);
                }
            }
        }
        return new Known(year, names);
    }

    private static void put(Map<LocalDate, String> names, int year, LocalDate day, Holiday holiday) {
        if (day.getYear() == year) {
            // Of two on one day always the same one.
            names.merge(day, english(holiday), (one, other) -> one.compareTo(other) <= 0 ? one : other);
        }
    }

    private static String english(Holiday holiday) {
        String name = holiday.getDescription(Locale.ROOT);
        return name.equals("undefined") ? "a public holiday" : name;
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
    }

    private record Known(int year, Map<LocalDate, String> names) {}
}
