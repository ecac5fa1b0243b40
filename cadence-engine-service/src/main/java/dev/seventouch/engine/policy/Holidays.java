package dev.seventouch.engine.policy;

import de.focus_shift.jollyday.core.HolidayManager;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The public holidays of countries and parts of them, as Jollyday knows them. A region is named as in ISO 3166-2, such as
 * {@code de}, {@code de-by} or {@code us-ny}, in either case. Thread-safe.
 */
public final class Holidays {
    /** Names in another mix of cases are understood each time anew from here on. */
    private static final int NAMES = 4_096;

    private static final Set<String> COUNTRIES = countries();
    private static final ConcurrentMap<String, HolidayRegion> BY_NAME = new ConcurrentHashMap<>();

    private Holidays() {}

    /**
     * The name of the public holiday on {@code day}, in English as far as there is one; observances that people work on are none.
     * Where a holiday is moved off a weekend both days are holidays. A country that isn't known has none, a part that isn't known
     * has those of what it is a part of.
     */
    public static Optional<String> on(LocalDate day, String region) {
        return Optional.ofNullable(name(day, region));
    }

    /** Whether the holidays of {@code region}, all of it, are known. */
    public static boolean knows(String region) {
        HolidayRegion known = region(region);
        return known != null && known.name().equals(region.toLowerCase(Locale.ROOT));
    }

    /** As {@link #on}; null for none. */
    static @Nullable String name(LocalDate day, String region) {
        HolidayRegion known = region(region);
        return known == null ? null : known.holiday(day);
    }

    private static @Nullable HolidayRegion region(String name) {
        HolidayRegion known = BY_NAME.get(name);
        return known != null ? known : read(name);
    }

    private static @Nullable HolidayRegion read(String name) {
        String region = name.toLowerCase(Locale.ROOT);
        int end = region.indexOf('-');
        if (!COUNTRIES.contains(end < 0 ? region : region.substring(0, end))) {
            return null;
        }
        HolidayRegion read = HolidayRegion.of(region);
        // Kept by its own name, not by that of an unknown part: what leads say of themselves must not fill the memory.
        HolidayRegion known = BY_NAME.computeIfAbsent(read.name(), _ -> read);
        if (BY_NAME.size() < NAMES && known.name().equals(region)) {
            BY_NAME.put(name, known);
        }
        return known;
    }

    private static Set<String> countries() {
        Set<String> countries = new HashSet<>();
        for (String code : HolidayManager.getSupportedCalendarCodes()) {
            // The others are of exchanges.
            if (code.length() == 2) {
                countries.add(code.toLowerCase(Locale.ROOT));
            }
        }
        return Set.copyOf(countries);
    }
}
