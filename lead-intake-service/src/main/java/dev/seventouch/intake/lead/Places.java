package dev.seventouch.intake.lead;

import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.Collections;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Country, language and time zone, as codes or as people write them. */
final class Places {
    private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH, Locale.of("es"));

    /** Codes, by themselves and by names in all languages that are spoken here. Locale looks each name up anew. */
    private static final SortedMap<String, String> COUNTRIES = countries();

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private Places() {}

    /** ISO 3166-1 alpha-2, given as such or by its name in English, German, French or Spanish. */
    static Reading<String> country(String raw) {
        String code = COUNTRIES.get(raw);
        return code == null
                ? new Reading.Bad<>("is no country; use its two letters of ISO 3166, such as DE")
                : new Reading.Good<>(code);
    }

    private static SortedMap<String, String> countries() {
        SortedMap<String, String> codes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String code : Locale.getISOCountries()) {
            codes.putIfAbsent(code, code);
            SPOKEN.forEach(language -> codes.putIfAbsent(Locale.of("", code).getDisplayCountry(language), code));
        }
        return Collections.unmodifiableSortedMap(codes);
    }

    /** BCP 47, canonical, such as {@code en-GB}. */
    static Reading<String> language(String raw) {
        try {
            Locale locale =
                    new Locale.Builder().setLanguageTag(raw.replace('_', '-')).build();
            if (LANGUAGES.contains(locale.getLanguage())) {
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
