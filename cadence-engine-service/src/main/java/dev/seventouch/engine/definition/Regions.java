package dev.seventouch.engine.definition;

import dev.seventouch.engine.policy.ContactTime;
import dev.seventouch.engine.policy.Holidays;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Countries, their parts and languages as authors write them. Each throws IllegalArgumentException with what it expects. */
final class Regions {
    private static final List<String> COUNTRIES =
            Arrays.stream(Locale.getISOCountries()).sorted().toList();
    private static final List<String> LANGUAGES =
            Arrays.stream(Locale.getISOLanguages()).sorted().toList();

    private Regions() {}

    /** A country as leads come with it: {@code DE}. */
    static String country(String text) {
        String country = text.toUpperCase(Locale.ROOT);
        if (!COUNTRIES.contains(country)) {
            throw new IllegalArgumentException("expected a country of ISO 3166, such as DE" + hint(countryLike(text)));
        }
        return country;
    }

    /** A language as leads are asked for it: {@code en}, whatever the region. */
    static String language(String text) {
        String language = text.toLowerCase(Locale.ROOT);
        if (!LANGUAGES.contains(language)) {
            throw new IllegalArgumentException("expected a language of ISO 639 without its region, such as en"
                    + hint(like(text, LANGUAGES, code -> Locale.of(code).getDisplayLanguage(Locale.ENGLISH))));
        }
        return language;
    }

    /** Whose holidays are kept: {@code lead}, {@code de} or {@code de-by}. */
    static String holidays(String text) {
        String region = text.toLowerCase(Locale.ROOT);
        if (region.equals(ContactTime.OF_THE_LEAD) || Holidays.knows(region)) {
            return region;
        }
        String country = region.split("[-_\\s]", 2)[0];
        Optional<String> meant = country.length() == 2 && Holidays.knows(country)
                ? Optional.of(country)
                : Nearest.to(region, List.of(ContactTime.OF_THE_LEAD))
                        .or(() -> countryLike(region)
                                .map(code -> code.toLowerCase(Locale.ROOT))
                                .filter(Holidays::knows));
        throw new IllegalArgumentException(
                "no holidays are known for it; expected lead, or a country or a part of it such" + " as de or de-by"
                        + hint(meant));
    }

    private static Optional<String> countryLike(String text) {
        return text.equalsIgnoreCase("uk")
                ? Optional.of("GB")
                : like(text, COUNTRIES, code -> Locale.of("", code).getDisplayCountry(Locale.ENGLISH));
    }

    /** The code of what {@code text} names in English, else the code that it nearly is. */
    private static Optional<String> like(String text, List<String> codes, UnaryOperator<String> name) {
        return codes.stream()
                .filter(code -> name.apply(code).equalsIgnoreCase(text))
                .findFirst()
                .or(() -> Nearest.to(text.split("[-_]", 2)[0], codes));
    }

    private static String hint(Optional<String> meant) {
        return meant.map(Nearest::hint).orElse("");
    }
}
