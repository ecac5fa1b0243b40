package dev.seventouch.engine;

import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.engine.cadence.Library;
import dev.seventouch.engine.definition.CadenceReader;
import dev.seventouch.engine.definition.Campaigns;
import dev.seventouch.engine.definition.Reading;
import dev.seventouch.engine.simulation.Line;
import dev.seventouch.engine.simulation.SampleLead;
import dev.seventouch.engine.simulation.Simulation;
import dev.seventouch.events.wire.Json;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The calendar that a lead would live through, from a file that need not be published. */
@Command(name = "simulate", description = "Shows the calendar that a lead would live through.")
final class SimulateCommand implements Callable<Integer> {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm", Locale.ROOT);

    enum Format {
        TEXT,
        JSON
    }

    @Parameters(paramLabel = "FILE", description = "a cadence, such as campaigns/website-enquiry.yaml")
    private @Nullable Path file;

    @Option(names = "--from", description = "the day of the capture; today unless given")
    private @Nullable LocalDate from;

    @Option(names = "--for", description = "how long to play, such as 2y, 6m or 90d", converter = PeriodReader.class)
    private Period length = Period.ofYears(1);

    @Option(names = "--format", description = "text or json")
    private Format format = Format.TEXT;

    static void main(String[] arguments) {
        System.exit(new CommandLine(new SimulateCommand())
                .setExecutionExceptionHandler((fault, line, parsed) -> {
                    if (fault instanceof Campaigns.Broken broken) {
                        line.getErr().println(broken.getMessage());
                        return 1;
                    }
                    throw fault;
                })
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        Path path = java.util.Objects.requireNonNull(file, "picocli requires it");
        if (!Files.isReadable(path)) {
            System.err.println("seventouch: " + path + " can't be read");
            return 1;
        }
        switch (CadenceReader.read(Files.readString(path), 1)) {
            case Reading.Broken<Cadence>(var problems) -> {
                problems.forEach(problem -> System.err.println(path + ": " + problem));
                return 1;
            }
            case Reading.Read<Cadence>(var cadence) -> print(path, cadence);
        }
        return 0;
    }

    private void print(Path path, Cadence cadence) {
        ZoneId zone = cadence.rules().time().fallback();
        LocalDate day = from == null ? LocalDate.now(zone) : from;
        Instant start =
                day.atTime(cadence.rules().time().hours().opens()).atZone(zone).toInstant();
        Instant end = day.plus(length).atStartOfDay(zone).toInstant();
        Path directory =
                java.util.Objects.requireNonNullElse(path.toAbsolutePath().getParent(), path);
        Library library = new Library(Campaigns.in(directory).items());
        List<Line> lines = Simulation.run(cadence, library, SampleLead.of(cadence), start, end);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        switch (format) {
            case JSON ->
                out.println(Json.conventions()
                        .build()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(lines));
            case TEXT -> lines.forEach(line -> out.println(text(line, zone)));
        }
    }

    private static String text(Line line, ZoneId zone) {
        String step = line.occurrence() == 1 ? line.step() : line.step() + " #" + line.occurrence();
        String channel = line.channel() == null ? "–" : Json.nameOf(line.channel());
        String what =
                line.content() == null ? "passed over: " + line.reason() : line.content() + "  (" + line.reason() + ")";
        String why = line.why() == null || line.why().equals("as planned") ? "" : "  [" + line.why() + "]";
        return String.format(
                Locale.ROOT, "%s  %-16s %-7s %s%s", WHEN.format(line.at().atZone(zone)), step, channel, what, why);
    }

    private static final class PeriodReader implements ITypeConverter<Period> {
        @Override
        public Period convert(String text) {
            try {
                return Period.parse("P" + text.toUpperCase(Locale.ROOT));
            } catch (java.time.DateTimeException e) {
                throw new CommandLine.TypeConversionException("expected a length such as 2y, 6m or 90d");
            }
        }
    }
}
