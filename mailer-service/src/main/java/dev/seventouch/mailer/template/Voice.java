package dev.seventouch.mailer.template;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a rep speaks to leads and signs.
 *
 * @param title such as "Solar consultant"
 * @param signature its lines; empty for the usual ones
 * @param greetings the words before a name, by language (ISO 639, such as {@code de})
 * @param closings the words before the signature, likewise
 */
public record Voice(
        @Nullable String title, List<String> signature, Map<String, String> greetings, Map<String, String> closings) {

    static final Voice UNKNOWN = new Voice(null, List.of(), Map.of(), Map.of());

    public Voice {
        signature = List.copyOf(signature);
        greetings = Map.copyOf(greetings);
        closings = Map.copyOf(closings);
    }

    /** @param tag of a template's language, such as {@code de-AT} */
    @Nullable String greeting(String tag) {
        return greetings.get(languageOf(tag));
    }

    @Nullable String closing(String tag) {
        return closings.get(languageOf(tag));
    }

    private static String languageOf(String tag) {
        return Locale.forLanguageTag(tag).getLanguage();
    }
}
