package dev.seventouch.mailer.rep;

import dev.seventouch.mailer.template.Voice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads what one rep's file says: {@code email}, {@code title}, {@code signature}, {@code greeting} and {@code closing}. */
final class RepReader {

    private static final Set<String> FIELDS =
            new TreeSet<>(Set.of("email", "title", "signature", "greeting", "closing"));
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private static final int MOST_LINES = 8;
    private static final int LONGEST_LINE = 100;

    private final List<String> problems = new ArrayList<>();

    private RepReader() {}

    sealed interface Reading {

        /** @param email in lower case */
        record Good(String email, Voice voice) implements Reading {}

        /** @param problems each names its field and the cure */
        record Broken(List<String> problems) implements Reading {}
    }

    static Reading read(String yaml) {
        Object root;
        try {
            root = new Load(LoadSettings.builder()
                            .setAllowDuplicateKeys(false)
                            .setMaxAliasesForCollections(0)
                            .build())
                    .loadFromString(yaml);
        } catch (YamlEngineException e) {
            return new Reading.Broken(
                    List.of("it is no YAML: " + String.valueOf(e.getMessage()).replaceAll("\\s+", " ")));
        }
        if (!(root instanceof Map<?, ?> fields)) {
            return new Reading.Broken(List.of("it has no fields: begin with \"email: mara@example.com\""));
        }
        return new RepReader().read(fields);
    }

    private Reading read(Map<?, ?> fields) {
        fields.keySet().stream()
                .filter(name -> !FIELDS.contains(String.valueOf(name)))
                .forEach(
                        name -> problems.add("\"" + name + "\" is no field: take one of " + String.join(", ", FIELDS)));
        String email = line("email", fields.get("email"));
        if (email == null || !ADDRESS.matcher(email).matches()) {
            problems.add("\"email\" is the rep's one address, as its leads' owner has it, such as mara@example.com");
        }
        Voice voice = new Voice(
                line("title", fields.get("title")),
                signature(fields.get("signature")),
                byLanguage("greeting", "Good day", fields.get("greeting")),
                byLanguage("closing", "Warm regards", fields.get("closing")));
        return email == null || !problems.isEmpty()
                ? new Reading.Broken(problems)
                : new Reading.Good(email.toLowerCase(Locale.ROOT), voice);
    }

    private List<String> signature(@Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> all) || all.isEmpty() || all.size() > MOST_LINES) {
            problems.add("\"signature\" is a list of 1 to " + MOST_LINES + " lines, each behind \"- \"");
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        for (Object one : all) {
            String line = line("signature", one == null ? "" : one);
            if (line != null) {
                lines.add(line);
            }
        }
        return lines;
    }

    private Map<String, String> byLanguage(String field, String example, @Nullable Object value) {
        if (value == null) {
            return Map.of();
        }
        if (!(value instanceof Map<?, ?> all)) {
            problems.add("\"" + field + "\" is by language, such as { en: " + example + " }");
            return Map.of();
        }
        Map<String, String> words = new HashMap<>();
        all.forEach((language, one) -> {
            // "no" is Norwegian to us, and a boolean to YAML's older readers; here it is text.
            if (!LANGUAGES.contains(String.valueOf(language))) {
                problems.add("\"" + field + "\" has \"" + language
                        + "\", which is no language: take its two letters (ISO 639), such as en or de");
            }
            String line = line(field, one == null ? "" : one);
            if (line != null) {
                words.put(String.valueOf(language), line);
            }
        });
        return words;
    }

    /** @return null if there is none, or it is wrong */
    private @Nullable String line(String field, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        String words = String.valueOf(value).strip();
        boolean isLine = !(value instanceof Map<?, ?> || value instanceof List<?>)
                && !words.isEmpty()
                && words.length() <= LONGEST_LINE
                && words.chars().noneMatch(Character::isISOControl);
        if (!isLine) {
            problems.add("\"" + field + "\" is to be one line of 1 to " + LONGEST_LINE + " letters; put it in quotes");
        }
        return isLine ? words : null;
    }
}
