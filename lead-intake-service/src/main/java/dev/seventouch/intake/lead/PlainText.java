package dev.seventouch.intake.lead;

import java.text.Normalizer;

/** Text that a person typed: composed (Unicode NFC), trimmed, and free of what is not text. */
final class PlainText {
    private PlainText() {}

    /** One line: no character that breaks or turns a line. */
    static Reading<String> line(String raw, int limit) {
        return read(raw, limit, false);
    }

    /** Several lines: line breaks and tabs are text here. */
    static Reading<String> lines(String raw, int limit) {
        return read(raw, limit, true);
    }

    private static Reading<String> read(String raw, int limit, boolean severalLines) {
        if (raw.length() > 20 * limit) { // long before anything is normalised
            return tooLong(limit);
        }
        String text = Normalizer.normalize(raw.replace("\r\n", "\n"), Normalizer.Form.NFC)
                .strip();
        if (text.codePoints().anyMatch(c -> isForbidden(c, severalLines))) {
            return new Reading.Bad<>(
                    severalLines
                            ? "contains a control character; send plain text"
                            : "contains a line break or a control character; send one line of plain text");
        }
        return text.codePointCount(0, text.length()) > limit ? tooLong(limit) : new Reading.Good<>(text);
    }

    private static Reading<String> tooLong(int limit) {
        return new Reading.Bad<>("is too long; at most " + limit + " characters are kept");
    }

    private static boolean isForbidden(int c, boolean severalLines) {
        if (severalLines && (c == '\n' || c == '\t')) {
            return false;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            case Character.SURROGATE, Character.UNASSIGNED -> true; // half a character, or none
            case Character.FORMAT -> turnsTheLine(c);
            default -> false;
        };
    }

    /** Whether {@code c} overrides the direction of writing (Unicode UAX 9), which lets text show what it doesn't say. */
    private static boolean turnsTheLine(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }
}
