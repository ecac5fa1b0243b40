package dev.seventouch.engine.definition;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words and numbers as authors write them. Each throws IllegalArgumentException with what it expects. */
final class Values {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");
    private static final Pattern SOURCE = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,7}");
    private static final int LARGEST = 1_000_000;

    private Values() {}

    static String id(String text) {
        if (!ID.matcher(text).matches()) {
            throw new IllegalArgumentException("expected lower-case letters, digits and hyphens, at most 60");
        }
        return text;
    }

    /** A source in the one form in which leads come with it. */
    static String source(String text) {
        if (!SOURCE.matcher(text).matches()) {
            throw new IllegalArgumentException("expected lower-case letters, digits and hyphens, such as trade-fair");
        }
        return text;
    }

    /** An answer in the form in which it is noted: {@code not interested} is {@code not-interested}. */
    static String answer(String text) {
        String answer = text.toLowerCase(Locale.ROOT).replaceAll("\\s+", "-");
        if (!ID.matcher(answer).matches()) {
            throw new IllegalArgumentException("expected an answer, such as not interested");
        }
        return answer;
    }

    static int count(String text) {
        return whole(text, 1);
    }

    static int points(String text) {
        return whole(text, 0);
    }

    private static int whole(String text, int least) {
        if (WHOLE.matcher(text).matches()) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= LARGEST) {
                return number;
            }
        }
        throw new IllegalArgumentException("expected a whole number of " + least + " or more");
    }

    static boolean yes(String text) {
        return switch (text) {
            case "true", "yes" -> true;
            case "false", "no" -> false;
            default -> throw new IllegalArgumentException("expected yes or no");
        };
    }

    static <E extends Enum<E>> E oneOf(Collection<E> options, String text) {
        List<String> words = options.stream().map(Values::word).toList();
        return options.stream()
                .filter(option -> word(option).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "expected one of " + String.join(", ", words) + Nearest.hint(text, words)));
    }

    static <E extends Enum<E>> E oneOf(Class<E> type, String text) {
        return oneOf(Arrays.asList(type.getEnumConstants()), text);
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
