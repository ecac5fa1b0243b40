package dev.seventouch.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Figures side by side: medians with their range, and how many times the first contestant is better than each other. */
public final class Table {
    private static final String NOTHING = "–";

    private Table() {}

    /** As Markdown, which is also readable as it is. */
    public static String of(Figures figures) {
        List<String> contestants = figures.contestants();
        if (contestants.isEmpty()) {
            return "Nothing was measured.\n";
        }
        String first = contestants.getFirst();
        List<String> others = contestants.subList(1, contestants.size());
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("", "unit"));
        head.addAll(contestants);
        others.forEach(other -> head.add("times better than " + other));
        rows.add(head);
        for (Measure measure : figures.measures()) {
            List<String> row = new ArrayList<>(List.of(measure.name(), measure.unit()));
            contestants.forEach(contestant -> row.add(cell(figures, contestant, measure)));
            others.forEach(other -> row.add(ratio(figures, measure, first, other)));
            rows.add(row);
        }
        return lines(rows)
                + figures.notes().stream().map(note -> "\n" + note + "\n").collect(Collectors.joining());
    }

    private static String cell(Figures figures, String contestant, Measure measure) {
        return figures.samples(contestant, measure).map(Table::cell).orElse(NOTHING);
    }

    private static String cell(Samples samples) {
        String median = number(samples.median());
        return samples.values().size() == 1
                ? median
                : median + " (" + number(samples.least()) + " to " + number(samples.most()) + ")";
    }

    private static String ratio(Figures figures, Measure measure, String mine, String other) {
        if (figures.median(mine, measure).isEmpty()
                || figures.median(other, measure).isEmpty()) {
            return NOTHING;
        }
        double ratio = measure.timesBetter(
                figures.median(mine, measure).orElseThrow(),
                figures.median(other, measure).orElseThrow());
        return Double.isFinite(ratio) ? number(ratio) : NOTHING;
    }

    private static String number(double value) {
        double size = Math.abs(value);
        return String.format(Locale.ROOT, size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f", value);
    }

    private static String lines(List<List<String>> rows) {
        List<Integer> widths = IntStream.range(0, rows.getFirst().size())
                .mapToObj(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toList();
        StringBuilder text = new StringBuilder(line(rows.getFirst(), widths));
        text.append(widths.stream().map("-"::repeat).collect(Collectors.joining("-|-", "|-", "-|\n")));
        rows.stream().skip(1).map(row -> line(row, widths)).forEach(text::append);
        return text.toString();
    }

    private static String line(List<String> row, List<Integer> widths) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> padded(row.get(column), widths.get(column)))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
