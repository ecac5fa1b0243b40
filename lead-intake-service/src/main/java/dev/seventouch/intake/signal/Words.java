package dev.seventouch.intake.signal;

import dev.seventouch.events.wire.Json;
import dev.seventouch.intake.body.JsonFields;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Words in a report: those of a person, and the names of constants. */
final class Words {
    private Words() {}

    /** Several lines, or null if there are none. */
    static @Nullable String lines(JsonFields fields, String name, int limit) {
        return read(fields, name, limit, "[\\p{Cc}\\p{Cs}&&[^\\n\\t]]");
    }

    /** One line, or null if there is none. */
    static @Nullable String line(JsonFields fields, String name, int limit) {
        return read(fields, name, limit, "[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]");
    }

    private static @Nullable String read(JsonFields fields, String name, int limit, String forbidden) {
        String raw = fields.text(name);
        if (raw == null || raw.isBlank()) {
            return null;
        }
        String words = raw.replace("\r\n", "\n").strip();
        if (words.length() > limit) {
            fields.wrong(name, "is too long; at most " + limit + " characters are kept");
        } else if (words.codePoints().anyMatch(c -> Character.toString(c).matches(forbidden))) {
            fields.wrong(name, "contains a control character; send plain text");
        }
        return words;
    }

    /** The constant that is named, or null if none is; a name that is not known is noted. */
    static <E extends Enum<E>> @Nullable E oneOf(Class<E> type, JsonFields fields, String name) {
        String value = fields.text(name);
        if (value == null) {
            return null;
        }
        Optional<E> constant = constant(type, value);
        if (constant.isEmpty()) {
            fields.wrong(name, "must be one of " + names(type));
        }
        return constant.orElse(null);
    }

    static <E extends Enum<E>> Optional<E> constant(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> Json.nameOf(constant).equals(name))
                .findFirst();
    }

    static <E extends Enum<E>> String names(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Json::nameOf).collect(Collectors.joining(", "));
    }
}
