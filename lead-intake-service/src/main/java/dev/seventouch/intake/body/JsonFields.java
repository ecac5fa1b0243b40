package dev.seventouch.intake.body;

import dev.seventouch.service.web.BadRequest;
import dev.seventouch.service.web.FieldProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object whose fields are read one by one. What is wrong is collected, so that the sender hears of everything at
 * once: call {@link #refuseIfWrong()} before using what was read.
 */
public final class JsonFields {
    private static final int MOST_PROBLEMS = 60;

    private final Map<String, Object> fields;
    private final String path;
    private final List<FieldProblem> problems;

    private JsonFields(Map<String, Object> fields, String path, List<FieldProblem> problems) {
        this.fields = fields;
        this.path = path;
        this.problems = problems;
    }

    /** @param fields as a JSON parser gives them: maps, lists, strings, numbers, booleans, nulls */
    public static JsonFields of(Map<String, Object> fields) {
        return new JsonFields(fields, "", new ArrayList<>());
    }

    public static JsonFields empty() {
        return of(Map.of());
    }

    /** Every other field is wrong: a misspelt one must not be lost in silence. */
    public JsonFields onlyKnown(String... known) {
        TreeSet<String> others = new TreeSet<>(fields.keySet());
        Arrays.asList(known).forEach(others::remove);
        others.forEach(
                other -> wrong(printable(other), "is not a field here; known ones are " + String.join(", ", known)));
        return this;
    }

    public @Nullable String text(String name) {
        Object value = fields.get(name);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        wrong(name, "must be a text in quotes");
        return null;
    }

    public boolean flag(String name) {
        Object value = fields.get(name);
        if (value == null || value instanceof Boolean) {
            return Boolean.TRUE.equals(value);
        }
        wrong(name, "must be true or false");
        return false;
    }

    /** The texts of a list; empty if there is none. */
    public List<String> list(String name, int most) {
        Object value = fields.get(name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list
                && list.size() <= most
                && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        wrong(name, "must be a list of at most " + most + " texts in quotes");
        return List.of();
    }

    /** The fields of an object inside this one, or null if there is none. */
    @SuppressWarnings("unchecked") // the names of a JSON object are texts
    public @Nullable JsonFields object(String name) {
        Object value = fields.get(name);
        if (value instanceof Map<?, ?> map) {
            return new JsonFields((Map<String, Object>) map, path + name + ".", problems);
        }
        if (value != null) {
            wrong(name, "must be an object, in braces");
        }
        return null;
    }

    /**
     * The elements of a list, each to be read by itself; what is wrong with one is noted there. One that is no object has that
     * noted under {@code single}.
     *
     * @param single what one of them is called, such as {@code lead}
     * @throws BadRequest if there is no such list, or none or too many are on it
     */
    @SuppressWarnings("unchecked") // the names of a JSON object are texts
    public List<JsonFields> objects(String name, String single, int most) {
        if (!(fields.get(name) instanceof List<?> list) || list.isEmpty() || list.size() > most) {
            throw new BadRequest(path + name, "must be a list of 1 to " + most + " objects");
        }
        List<JsonFields> objects = new ArrayList<>(list.size());
        for (Object each : list) {
            JsonFields element = each instanceof Map<?, ?> map ? of((Map<String, Object>) map) : empty();
            if (!(each instanceof Map<?, ?>)) {
                element.wrong(single, "must be an object, in braces");
            }
            objects.add(element);
        }
        return objects;
    }

    /** All fields, each of which must be a text; nulls are left out. */
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            if (value instanceof String text) {
                texts.put(name, text);
            } else if (value != null) {
                wrong(printable(name), "must be a text in quotes");
            }
        });
        return texts;
    }

    public boolean has(String name) {
        return fields.get(name) != null;
    }

    /** Notes that a field of this object is wrong. */
    public void wrong(String name, String message) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(new FieldProblem(path + name, message));
        }
    }

    /** @throws BadRequest if anything that was read so far is wrong */
    public void refuseIfWrong() {
        if (!problems.isEmpty()) {
            throw new BadRequest(problems);
        }
    }

    /** A name that the sender made up, fit for an answer. */
    private static String printable(String name) {
        String shown = name.length() > 60 ? name.substring(0, 60) + "…" : name;
        return shown.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?");
    }
}
