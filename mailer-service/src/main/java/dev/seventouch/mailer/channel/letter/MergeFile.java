package dev.seventouch.mailer.channel.letter;

import dev.seventouch.mailer.delivery.print.PrintItem;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Addresses as CSV (RFC 4180), for those who print elsewhere. */
final class MergeFile {

    private static final int LINES = 7;

    private MergeFile() {}

    /** @param pages how many pages each has in a PDF; null where there is none */
    static String of(List<PrintItem> items, @Nullable List<Integer> pages) {
        StringBuilder file = new StringBuilder("touch,channel,")
                .append(pages == null ? "" : "first_page,pages,")
                .append(IntStream.rangeClosed(1, LINES)
                        .mapToObj(line -> "line" + line)
                        .collect(Collectors.joining(",")))
                .append("\r\n");
        int page = 1;
        for (int i = 0; i < items.size(); i++) {
            PrintItem item = items.get(i);
            file.append(item.touch())
                    .append(',')
                    .append(item.channel().name().toLowerCase(Locale.ROOT))
                    .append(',');
            if (pages != null) {
                file.append(page).append(',').append(pages.get(i)).append(',');
                page += pages.get(i);
            }
            file.append(lines(item)).append("\r\n");
        }
        return file.toString();
    }

    private static String lines(PrintItem item) {
        return IntStream.range(0, LINES)
                .mapToObj(line ->
                        cell(line < item.address().size() ? item.address().get(line) : ""))
                .collect(Collectors.joining(","));
    }

    /** A spreadsheet takes what begins like a formula for one; an apostrophe makes it words. */
    private static String cell(String words) {
        String safe = words.isEmpty() || "=+-@\t\r".indexOf(words.charAt(0)) < 0 ? words : "'" + words;
        return safe.matches("[^\",\r\n]*") ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
