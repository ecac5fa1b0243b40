package dev.seventouch.intake.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A language that pages speak. */
public enum Language {
    EN,
    DE,
    FR,
    ES;

    private static final String WORDS = "dev/seventouch/intake/pages/words";

    /**
     * The first of the wished languages that pages speak, else English.
     *
     * @param lead the lead's own language as BCP 47, if it is known
     * @param accepted an {@code Accept-Language} header (RFC 9110 12.5.4), if there is one
     */
    public static Language of(@Nullable String lead, @Nullable String accepted) {
        return Stream.of(lead, accepted)
                .flatMap(wish -> ranges(wish).stream())
                .filter(range -> range.getWeight() > 0)
                .flatMap(range -> Stream.of(values())
                        .filter(language -> range.getRange().split("-", 2)[0].equals(language.tag())))
                .findFirst()
                .orElse(EN);
    }

    private static List<Locale.LanguageRange> ranges(@Nullable String wish) {
        try {
            return wish == null || wish.isBlank() ? List.of() : Locale.LanguageRange.parse(wish);
        } catch (IllegalArgumentException e) {
            return List.of(); // a header that can't be read is no wish
        }
    }

    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A topic of the library as people call it; its name if nobody has told. */
    public String topic(String name) {
        ResourceBundle bundle = bundle();
        String key = "topic." + name;
        return bundle.containsKey(key) ? bundle.getString(key) : name;
    }

    /** Such as "12 March 2026". */
    public String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .localizedBy(this == EN ? Locale.UK : Locale.of(tag()))
                .format(day);
    }

    /** What to say, by key. */
    UnaryOperator<String> words() {
        return bundle()::getString;
    }

    private ResourceBundle bundle() {
        return ResourceBundle.getBundle(
                WORDS, Locale.of(tag()), Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }
}
