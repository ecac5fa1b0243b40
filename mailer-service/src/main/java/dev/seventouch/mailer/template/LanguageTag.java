package dev.seventouch.mailer.template;

import dev.seventouch.mailer.template.TemplateSource.Passage;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** In which language a template is written, as a tag (BCP 47): screen readers and mail clients go by it, and so do twins. */
final class LanguageTag {

    private static final String USUAL = "en";

    /** Those with a tag of two letters, and of those with three the ones of which Java knows more than the tag. */
    private static final Set<String> LANGUAGES = Stream.concat(
                    Arrays.stream(Locale.getISOLanguages()),
                    Locale.availableLocales().map(Locale::getLanguage))
            .filter(language -> !language.isEmpty())
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private LanguageTag() {}

    /**
     * English where nothing is said.
     *
     * @throws TemplateMistake if it is no tag, or one of no language or country
     */
    static String read(@Nullable Passage fact) throws TemplateMistake {
        if (fact == null || fact.words().isEmpty()) {
            return USUAL;
        }
        String tag = fact.words();
        if (!isKnown(tag)) {
            throw new TemplateMistake(
                    fact.line(),
                    fact.column(),
                    "\"" + tag + "\" is no language tag (BCP 47)" + meant(tag)
                            + ": write such as \"en\", \"de\" or \"pt-BR\"");
        }
        return tag;
    }

    private static boolean isKnown(String tag) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag).build();
            return LANGUAGES.contains(locale.getLanguage())
                    && (locale.getCountry().isEmpty()
                            || locale.getCountry().matches("\\d{3}")
                            || COUNTRIES.contains(locale.getCountry()));
        } catch (IllformedLocaleException e) {
            return false;
        }
    }

    /** What its author may have had in mind: an underscore, or the language's name. */
    private static String meant(String tag) {
        String hyphened = tag.replace('_', '-');
        if (isKnown(hyphened)) {
            return "; did you mean \"" + hyphened + "\"?";
        }
        return Arrays.stream(Locale.getISOLanguages())
                .map(Locale::of)
                .filter(language -> language.getDisplayLanguage(Locale.ENGLISH).equalsIgnoreCase(tag)
                        || language.getDisplayLanguage(language).equalsIgnoreCase(tag)
                        || language.getISO3Language().equalsIgnoreCase(tag))
                .findFirst()
                .map(language -> "; did you mean \"" + language.getLanguage() + "\"?")
                .orElse("");
    }
}
