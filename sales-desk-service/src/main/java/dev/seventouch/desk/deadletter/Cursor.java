package dev.seventouch.desk.deadletter;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Up to where the bins have been shown, so that a page begins where the one before it ended, whatever is set aside meanwhile.
 *
 * @param before by bin; those below this offset are still to be shown
 */
public record Cursor(Map<Bin, Long> before) {
    public static final Cursor START = new Cursor(Map.of());
    private static final int MOST_BINS = 100;
    private static final Pattern PART = Pattern.compile("([a-z.]{1,40})-(\\d{1,6})-(\\d{1,18})");

    public Cursor {
        before = Map.copyOf(before);
    }

    /** @return empty if {@code text} was never a cursor */
    public static Optional<Cursor> parse(String text) {
        Map<Bin, Long> before = new HashMap<>();
        for (String part : text.split("_", MOST_BINS)) {
            Matcher found = PART.matcher(part);
            if (!found.matches()) {
                return Optional.empty();
            }
            before.put(new Bin(found.group(1), Integer.parseInt(found.group(2))), Long.parseLong(found.group(3)));
        }
        return Optional.of(new Cursor(before));
    }

    @Override
    public String toString() {
        Map<String, Long> sorted = new TreeMap<>();
        before.forEach((bin, offset) -> sorted.put(bin.toString(), offset));
        StringBuilder text = new StringBuilder();
        sorted.forEach((bin, offset) ->
                text.append(text.isEmpty() ? "" : "_").append(bin).append('-').append(offset));
        return text.toString();
    }
}
