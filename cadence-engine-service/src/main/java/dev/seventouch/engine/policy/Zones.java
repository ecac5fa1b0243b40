package dev.seventouch.engine.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The time zone a lead most likely lives in. Countries are looked up in {@code country-zones.properties}, which comes from the tz
 * database; phone numbers by Google's libphonenumber. Thread-safe.
 */
public final class Zones {
    private static final Map<String, ZoneId> BY_COUNTRY = read();

    private Zones() {}

    /**
     * The zone of the phone number, else the principal zone of the country.
     *
     * @param phone E.164; one that cannot be read, or belongs to no place, tells nothing
     * @param country ISO 3166-1 alpha-2, in either case
     */
    public static Optional<ZoneId> of(@Nullable String phone, @Nullable String country) {
        ZoneId ofPhone = phone == null ? null : PhoneZones.zone(phone, country);
        return Optional.ofNullable(ofPhone != null ? ofPhone : principal(country));
    }

    static @Nullable ZoneId principal(@Nullable String country) {
        if (country == null) {
            return null;
        }
        ZoneId zone = BY_COUNTRY.get(country);
        return zone != null ? zone : BY_COUNTRY.get(country.toUpperCase(Locale.ROOT));
    }

    private static Map<String, ZoneId> read() {
        Properties properties = new Properties();
        try (InputStream in = Zones.class.getResourceAsStream("country-zones.properties")) {
            properties.load(Objects.requireNonNull(in, "country-zones.properties"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, ZoneId> zones = new HashMap<>();
        for (String country : properties.stringPropertyNames()) {
            zones.put(country, ZoneId.of(properties.getProperty(country)));
        }
        return Map.copyOf(zones);
    }
}
