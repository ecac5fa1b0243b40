package dev.seventouch.mailer.template;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether words that a stranger typed into a form may be put before a lead. A form takes any address, so whoever fills it
 * in could make us send their words, or their link, to somebody else.
 */
final class Decency {

    private static final int LONGEST = 80;
    private static final Pattern LINK =
            Pattern.compile("(?i)://|www\\.|\\b[\\w-]+\\.(com|net|org|info|io|ru|cn|top|xyz)\\b");
    private static final Pattern FIRST_NAME = Pattern.compile("\\p{L}[\\p{L}\\p{M}'’-]{0,29}");
    private static final Pattern TITLE = Pattern.compile("(?i)(mr|mrs|ms|miss|mx|dr|prof|herr|frau|dipl|ing)\\.?");

    private Decency() {}

    /** The words, or null if they are too long for what they claim to be, or hold a link. */
    static @Nullable String shown(@Nullable String words) {
        return words == null
                        || words.isBlank()
                        || words.length() > LONGEST
                        || LINK.matcher(words).find()
                ? null
                : words.strip();
    }

    /** How a person is greeted, or null if the name does not tell. */
    static @Nullable String firstName(@Nullable String name) {
        String decent = shown(name);
        if (decent == null) {
            return null;
        }
        // "Lovelace, Ada" is the other way round.
        int comma = decent.indexOf(',');
        String ordered = comma < 0 ? decent : decent.substring(comma + 1).strip();
        for (String word : ordered.split(" +", -1)) {
            if (!TITLE.matcher(word).matches()) {
                return FIRST_NAME.matcher(word).matches() ? word : null;
            }
        }
        return null;
    }
}
