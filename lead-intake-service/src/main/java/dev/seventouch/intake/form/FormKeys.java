package dev.seventouch.intake.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a mapping in a form's declaration. Whatever is wrong with one is a {@link BrokenForm} that names it.
 *
 * @param file where it stands
 * @param path of the mapping within the declaration, such as {@code fill-time.}
 */
record FormKeys(String file, Map<?, ?> keys, String path) {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    /** What is wrong with {@code key}, to be thrown. */
    BrokenForm broken(String key, String what) {
        return new BrokenForm(file, path + key, what);
    }

    FormKeys only(String... known) {
        Set<String> all = new TreeSet<>(List.of(known));
        for (Object key : keys.keySet()) {
            if (!all.contains(String.valueOf(key))) {
                throw broken(String.valueOf(key), "is not known; known are " + String.join(", ", all));
            }
        }
        return this;
    }

    boolean has(String key) {
        return keys.get(key) != null;
    }

    /** The mapping under {@code key}, or null if there is none. */
    @Nullable FormKeys mapping(String key, String cure) {
        Object value = keys.get(key);
        if (value == null) {
            return null;
        }
        if (value instanceof Map<?, ?> under) {
            return new FormKeys(file, under, path + key + ".");
        }
        throw broken(key, cure);
    }

    /** The mappings that are listed under {@code key}, counted from 1. */
    List<FormKeys> mappings(String key, int most, String cure) {
        List<FormKeys> mappings = new ArrayList<>();
        for (Object each : list(key, most, cure)) {
            if (!(each instanceof Map<?, ?> under)) {
                throw broken(key, cure);
            }
            mappings.add(new FormKeys(file, under, path + key + "." + (mappings.size() + 1) + "."));
        }
        return mappings;
    }

    List<String> texts(String key, int most, String cure) {
        List<String> texts = new ArrayList<>();
        for (Object each : list(key, most, cure)) {
            if (!(each instanceof String text) || text.isBlank()) {
                throw broken(key, cure);
            }
            texts.add(text.strip());
        }
        return texts;
    }

    private List<?> list(String key, int most, String cure) {
        Object value = keys.get(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> listed)) {
            throw broken(key, cure);
        }
        if (listed.size() > most) {
            throw broken(key, "are too many; at most " + most + " are taken");
        }
        return listed;
    }

    String slug(String key) {
        String value = required(key);
        if (!SLUG.matcher(value).matches()) {
            throw broken(key, "use a-z, 0-9 and \"-\", such as website");
        }
        return value;
    }

    String required(String key) {
        String value = text(key);
        if (value == null) {
            throw broken(key, "is missing");
        }
        return value;
    }

    boolean flag(String key) {
        Object value = keys.get(key);
        if (value == null || value instanceof Boolean) {
            return Boolean.TRUE.equals(value);
        }
        throw broken(key, "must be true or false");
    }

    @Nullable String text(String key) {
        Object value = keys.get(key);
        if (value == null || value instanceof String) {
            return value == null ? null : ((String) value).strip();
        }
        throw broken(key, "must be a text; put it in quotes");
    }
}
