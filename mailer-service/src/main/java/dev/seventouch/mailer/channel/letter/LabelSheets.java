package dev.seventouch.mailer.channel.letter;

import dev.seventouch.mailer.delivery.print.PrintItem;
import dev.seventouch.mailer.delivery.print.Printing;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Sheets of sticky labels. Lengths are in millimetres.
 *
 * @param down from one label's top to the next one's
 * @param across from one label's left side to the next one's
 */
record LabelSheets(
        String page,
        int columns,
        int rows,
        double top,
        double left,
        double width,
        double height,
        double across,
        double down) {

    static LabelSheets of(Printing.Labels labels) {
        return switch (labels) {
            case L7160 -> new LabelSheets("210mm 297mm", 3, 7, 15.15, 7.25, 63.5, 38.1, 66.0, 38.1);
            case AVERY5160 -> new LabelSheets("8.5in 11in", 3, 10, 12.7, 4.76, 66.68, 25.4, 69.85, 25.4);
        };
    }

    String html(List<PrintItem> items) {
        int each = columns * rows;
        StringBuilder pages = new StringBuilder();
        for (int from = 0; from < items.size(); from += each) {
            // The last one must not be followed by a break: that would print an empty sheet.
            pages.append(from == 0 ? "<div class=\"sheet\">" : "<div class=\"sheet next\">");
            for (int i = from; i < Math.min(items.size(), from + each); i++) {
                pages.append(label(i - from, items.get(i)));
            }
            pages.append("</div>");
        }
        return "<html><head><style>@page { size: " + page + "; margin: 0; } body { margin: 0; font-family: 'Liberation"
                + " Serif'; font-size: 9pt; line-height: 1.15; } .sheet { position: relative; height: "
                + millimetres(rows * down) + "; } .next { page-break-before: always; } .label { position: absolute;"
                + " overflow: hidden; width: " + millimetres(width - 8) + "; height: " + millimetres(height - 3)
                + "; }</style></head><body>" + pages + "</body></html>";
    }

    private String label(int place, PrintItem item) {
        double x = left + place % columns * across + 4;
        double y = top + place / columns * down + 2;
        return "<div class=\"label\" style=\"left: " + millimetres(x) + "; top: " + millimetres(y) + "\">"
                + item.address().stream().map(Html::text).collect(Collectors.joining("<br/>")) + "</div>";
    }

    private static String millimetres(double length) {
        return String.format(Locale.ROOT, "%.2fmm", length);
    }
}
