package dev.seventouch.benchmarks.report;

import dev.seventouch.events.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A run as JSON, for programs that compare runs.
 *
 * @param command what was asked for
 */
public record Report(String command, Instant at, Machine machine, List<Entry> figures, List<String> notes) {

    /** One measure of one contestant. */
    record Entry(
            String measure,
            String unit,
            Measure.Better better,
            String contestant,
            double median,
            List<Double> samples) {}

    public static Report of(String command, Instant at, Machine machine, Figures figures) {
        List<Entry> entries = figures.measures().stream()
                .flatMap(measure -> figures.contestants().stream()
                        .map(contestant -> entry(figures, measure, contestant))
                        .flatMap(Optional::stream))
                .toList();
        return new Report(command, at, machine, entries, figures.notes());
    }

    private static Optional<Entry> entry(Figures figures, Measure measure, String contestant) {
        return figures.samples(contestant, measure)
                .map(samples -> new Entry(
                        measure.name(),
                        measure.unit(),
                        measure.better(),
                        contestant,
                        samples.median(),
                        samples.values()));
    }

    public void write(Path file) {
        try {
            Files.write(
                    file,
                    Json.conventions().build().writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can't be written", e);
        }
    }
}
