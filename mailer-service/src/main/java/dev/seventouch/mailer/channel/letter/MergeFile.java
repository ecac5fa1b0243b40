package dev.seventouch.mailer.channel.letter;

import dev.seventouch.mailer.delivery.print.PrintItem;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Addresses as CSV (RFC 4180), for those who print elsewhere. */
final class MergeFile {

    private static final int LINES = 7;

    private MergeFile() {}

    static String of(List<PrintItem> items) {
        String head = "touch,channel,"
                + IntStream.rangeClosed(1, LINES)
                        .mapToObj(line -> "line" + line)
                        .collect(Collectors.joining(","));
        return items.stream().map(MergeFile::row).collect(Collectors.joining("", head + "\r\n", ""));
    }

    private static String row(PrintItem item) {
        String lines = IntStream.range(0, LINES)
                .mapToObj(line ->
                        cell(line < item.address().size() ? item.address().get(line) : ""))
                .collect(Collectors.joining(","));
        return item.touch() + "," + item.channel().name().toLowerCase(Locale.ROOT) + "," + lines + "\r\n";
    }

    /** A spreadsheet takes what begins like a formula for one; an apostrophe makes it words. */
    private static String cell(String words) {
        String safe = words.isEmpty() || "=+-@\t\r".indexOf(words.charAt(0)) < 0 ? words : "'" + words;
        return safe.matches("[^\",\r\n]*") ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
