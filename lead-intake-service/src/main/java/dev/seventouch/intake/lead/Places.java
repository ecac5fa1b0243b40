package dev.seventouch.intake.lead;

import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;

/** Country, language and time zone, as codes or as people write them. */
final class Places {
    private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH, Locale.of("es"));

    private Places() {}

    /** ISO 3166-1 alpha-2, given as such or by its name in English, German, French or Spanish. */
    static Reading<String> country(String raw) {
        return Arrays.stream(Locale.getISOCountries())
                .filter(code -> code.equalsIgnoreCase(raw) || isNameOf(code, raw))
                .findFirst()
                .<Reading<String>>map(Reading.Good::new)
                .orElseGet(() -> new Reading.Bad<>("is no country; use its two letters of ISO 3166, such as DE"));
    }

    private static boolean isNameOf(String code, String name) {
        Locale country = Locale.of("", code);
        return SPOKEN.stream()
                .anyMatch(language -> country.getDisplayCountry(language).equalsIgnoreCase(name));
    }

    /** BCP 47, canonical, such as {@code en-GB}. */
    static Reading<String> language(String raw) {
        try {
            Locale locale =
                    new Locale.Builder().setLanguageTag(raw.replace('_', '-')).build();
            if (Arrays.asList(Locale.getISOLanguages()).contains(locale.getLanguage())) {
                return new Reading.Good<>(locale.toLanguageTag());
            }
        } catch (IllformedLocaleException e) {
            // told below
        }
        return new Reading.Bad<>("is no language; use a tag of BCP 47, such as de or en-GB");
    }

    /** A place of the IANA time zone database: an offset would be wrong for half of the year. */
    static Reading<ZoneId> zone(String raw) {
        return ZoneRulesProvider.getAvailableZoneIds().contains(raw)
                ? new Reading.Good<>(ZoneId.of(raw))
                : new Reading.Bad<>("is no time zone; use a name such as Europe/Berlin");
    }
}
