package dev.seventouch.engine.dryrun;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Rows of cells that stand below each other. A cell that is too long for its column goes on in the next line. */
final class Table {
    private static final String BETWEEN = "  ";
    private static final Pattern LINE = Pattern.compile("\n");
    private static final Pattern WORD = Pattern.compile("\\s+");

    private final int[] widths;
    private final boolean[] right;

    /** @param widths in characters; a negative one sets its column flush right */
    Table(int... widths) {
        this.widths = new int[widths.length];
        this.right = new boolean[widths.length];
        for (int i = 0; i < widths.length; i++) {
            this.widths[i] = Math.abs(widths[i]);
            this.right[i] = widths[i] < 0;
        }
    }

    String row(String... cells) {
        List<List<String>> columns = new ArrayList<>();
        int height = 1;
        for (int i = 0; i < cells.length; i++) {
            List<String> lines = wrapped(cells[i], widths[i]);
            columns.add(lines);
            height = Math.max(height, lines.size());
        }
        List<String> rows = new ArrayList<>();
        for (int line = 0; line < height; line++) {
            StringBuilder row = new StringBuilder();
            for (int i = 0; i < columns.size(); i++) {
                String cell = line < columns.get(i).size() ? columns.get(i).get(line) : "";
                String pad = " ".repeat(Math.max(0, widths[i] - length(cell)));
                row.append(i == 0 ? "" : BETWEEN).append(right[i] ? pad + cell : cell + pad);
            }
            rows.add(row.toString().stripTrailing());
        }
        return String.join("\n", rows);
    }

    /** Lines of at most {@code width} characters, broken between words, and at line breaks; a longer word is cut. */
    static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : LINE.splitAsStream(text).toList()) {
            StringBuilder line = new StringBuilder();
            for (String word : WORD.splitAsStream(paragraph.strip()).toList()) {
                String rest = word;
                if (!line.isEmpty() && length(line) + 1 + length(rest) > width) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                while (length(rest) > width) {
                    int end = rest.offsetByCodePoints(0, width);
                    lines.add(rest.substring(0, end));
                    rest = rest.substring(end);
                }
                line.append(line.isEmpty() ? "" : " ").append(rest);
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private static int length(CharSequence text) {
        return (int) text.codePoints().count();
    }
}
