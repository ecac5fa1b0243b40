package dev.seventouch.mailer.template;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A template as its author wrote it: front matter between two lines of {@code ---}, then parts, each under a line such as
 * {@code === html} or {@code === text}.
 *
 * @param front what the front matter says, by name
 * @param parts the parts, by name
 * @param files what it brings along, each in base64 under {@code === image NAME} or {@code === attachment NAME}
 */
public record TemplateSource(Map<String, Passage> front, Map<String, Passage> parts, List<TemplateFile> files) {

    /** Of a source, its files included: a mail that is larger reaches fewer. */
    public static final int LONGEST = 512 * 1024;

    /** Of all but its files. */
    private static final int MOST_WORDS = 128 * 1024;

    private static final Set<String> FILES = Set.of("image", "attachment");
    static final String HTML = "html";
    static final String TEXT = "text";
    static final String MJML = "mjml";
    private static final String FENCE = "---";
    private static final String PART = "===";
    private static final Set<String> FRONT = new TreeSet<>(
            Set.of("channel", "subject", "preheader", "language", "from", "layout", "to", "needs", "paper"));

    /**
     * A piece of the source.
     *
     * @param line the line of the source on which it begins, from 1
     * @param column the column on which it begins, from 1
     */
    public record Passage(String words, int line, int column) {}

    /** Whether it begins as a template does, and so means to be one. */
    public static boolean begins(String source) {
        return source.lines().findFirst().orElse("").strip().equals(FENCE);
    }

    /** @throws TemplateMistake if the source has no front matter, an unknown part, or is too long */
    public static TemplateSource read(String source) throws TemplateMistake {
        if (source.length() > LONGEST) {
            throw new TemplateMistake(0, 0, "the template is longer than " + LONGEST / 1024 + " KB");
        }
        List<String> lines = source.lines().toList();
        if (!begins(source)) {
            throw new TemplateMistake(1, 1, "a template begins with its front matter between two lines of \"---\"");
        }
        Map<String, Passage> front = new LinkedHashMap<>();
        int next = readFront(lines, front);
        Map<String, Passage> parts = readParts(lines, next);
        List<TemplateFile> files = new ArrayList<>();
        for (String name : List.copyOf(parts.keySet())) {
            String kind = name.split(" ", 2)[0];
            if (FILES.contains(kind)) {
                Passage file = requireNonNull(parts.remove(name));
                files.add(TemplateFile.of(name.substring(kind.length()).strip(), kind.equals("image"), file));
            }
        }
        if (parts.values().stream().mapToInt(part -> part.words().length()).sum() > MOST_WORDS) {
            throw new TemplateMistake(0, 0, "its words are longer than " + MOST_WORDS / 1024 + " KB");
        }
        return new TemplateSource(Map.copyOf(front), Map.copyOf(parts), List.copyOf(files));
    }

    private static int readFront(List<String> lines, Map<String, Passage> front) throws TemplateMistake {
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.strip().equals(FENCE)) {
                return i + 1;
            }
            if (!line.isBlank() && !line.startsWith("#")) {
                readFact(line, i + 1, front);
            }
        }
        throw new TemplateMistake(lines.size(), 1, "the front matter has no end: close it with a line of \"---\"");
    }

    private static void readFact(String line, int number, Map<String, Passage> front) throws TemplateMistake {
        int colon = line.indexOf(':');
        String name = colon < 0 ? line.strip() : line.substring(0, colon).strip();
        if (colon < 0) {
            throw new TemplateMistake(number, 1, "\"" + name + "\" is no fact: write it as \"name: value\"");
        }
        if (!FRONT.contains(name)) {
            throw new TemplateMistake(
                    number, 1, "\"" + name + "\" is not known here; known are " + String.join(", ", FRONT));
        }
        String value = unquoted(line.substring(colon + 1).strip());
        int column = colon + 2 + Math.max(0, line.substring(colon + 1).indexOf(value));
        if (front.put(name, new Passage(value, number, column)) != null) {
            throw new TemplateMistake(number, 1, "\"" + name + "\" is said twice");
        }
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2
                && (value.charAt(0) == '"' || value.charAt(0) == '\'')
                && value.charAt(value.length() - 1) == value.charAt(0);
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    private static Map<String, Passage> readParts(List<String> lines, int from) throws TemplateMistake {
        Map<String, Passage> parts = new LinkedHashMap<>();
        String part = null;
        int begun = from;
        for (int i = from; i <= lines.size(); i++) {
            boolean ends = i == lines.size() || lines.get(i).startsWith(PART);
            if (!ends) {
                if (part == null && !lines.get(i).isBlank()) {
                    throw new TemplateMistake(
                            i + 1, 1, "these words are in no part: begin one with \"=== text\" or \"=== html\"");
                }
                continue;
            }
            if (part != null) {
                String words = String.join("\n", lines.subList(begun, i)) + "\n";
                if (parts.put(part, new Passage(words, begun + 1, 1)) != null) {
                    throw new TemplateMistake(begun, 1, "there are two parts \"" + part + "\"");
                }
            }
            if (i < lines.size()) {
                part = lines.get(i).substring(PART.length()).strip();
                if (!part.equals(HTML)
                        && !part.equals(TEXT)
                        && !part.equals(MJML)
                        && !FILES.contains(part.split(" ", 2)[0])) {
                    throw new TemplateMistake(
                            i + 1,
                            1,
                            "\"" + part
                                    + "\" is no part: there are \"text\", \"html\", \"mjml\", \"image NAME\" and \"attachment NAME\"");
                }
                begun = i + 1;
            }
        }
        return parts;
    }

    @Nullable String fact(String name) {
        Passage passage = front.get(name);
        return passage == null || passage.words().isEmpty() ? null : passage.words();
    }
}
