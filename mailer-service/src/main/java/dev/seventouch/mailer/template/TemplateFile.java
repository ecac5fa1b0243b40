package dev.seventouch.mailer.template;

import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A file that a template brings along, in base64 below a line {@code === image NAME} or {@code === attachment NAME}. So it has
 * the template's versions, and is there wherever the template is.
 *
 * @param name as readers see it
 * @param type its media type, by its name and by how it begins
 * @param inline whether the mail shows it, as {@code cid:NAME}; else it is attached
 * @param base64 its bytes, on one line
 */
public record TemplateFile(String name, String type, boolean inline, String base64) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /** What it begins with, in ISO 8859-1, by the ending of its name. */
    private static final Map<String, Type> TYPES = new TreeMap<>(Map.of(
            "png", new Type("image/png", "\u0089PNG\r\n\u001a\n"),
            "jpg", new Type("image/jpeg", "\u00ff\u00d8\u00ff"),
            "jpeg", new Type("image/jpeg", "\u00ff\u00d8\u00ff"),
            "gif", new Type("image/gif", "GIF8"),
            "pdf", new Type("application/pdf", "%PDF-"),
            "ics", new Type("text/calendar", "BEGIN:VCALENDAR")));

    private record Type(String name, String beginning) {
        boolean isImage() {
            return name.startsWith("image/");
        }
    }

    static TemplateFile of(String name, boolean inline, TemplateSource.Passage passage) throws TemplateMistake {
        if (!NAME.matcher(name).matches()) {
            throw mistake(passage, "\"" + name + "\" is no name of a file: take letters, digits, dots and hyphens");
        }
        Type type = TYPES.get(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
        if (type == null || (inline && !type.isImage())) {
            throw mistake(
                    passage,
                    "\"" + name + "\" is of no kind that mails may bring: "
                            + (inline ? "images are png, jpg and gif" : "attachments are " + TYPES.keySet()));
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(passage.words().replaceAll("\\s+", ""));
        } catch (IllegalArgumentException e) {
            throw mistake(passage, "\"" + name + "\" is not in base64: write it with base64 FILE");
        }
        byte[] wanted = type.beginning.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        if (bytes.length < wanted.length || !Arrays.equals(Arrays.copyOf(bytes, wanted.length), wanted)) {
            throw mistake(passage, "\"" + name + "\" does not begin as " + type.name + " does");
        }
        return new TemplateFile(name, type.name, inline, Base64.getEncoder().encodeToString(bytes));
    }

    private static TemplateMistake mistake(TemplateSource.Passage passage, String message) {
        return new TemplateMistake(Math.max(1, passage.line() - 1), 1, message);
    }

    public byte[] bytes() {
        return Base64.getDecoder().decode(base64);
    }

    /** Where it stands in HTML as {@code cid:NAME}, up to the sign that ends it. */
    public String shownIn(String html, String instead) {
        return Pattern.compile("(?<=[\"'(=])cid:" + Pattern.quote(name) + "(?=[\"')\\s>])")
                .matcher(html)
                .replaceAll(_ -> java.util.regex.Matcher.quoteReplacement(instead));
    }

    /** So that a mail's log line stays one. */
    @Override
    public String toString() {
        return Objects.requireNonNull(name) + " (" + type + ")";
    }
}
