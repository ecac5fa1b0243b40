package dev.seventouch.benchmarks;

import dev.seventouch.benchmarks.door.Door;
import dev.seventouch.benchmarks.door.LongList;
import dev.seventouch.benchmarks.door.Stream;
import dev.seventouch.benchmarks.engine.Broker;
import dev.seventouch.benchmarks.engine.ServiceApp;
import dev.seventouch.benchmarks.machine.Directories;
import dev.seventouch.benchmarks.machine.Patience;
import dev.seventouch.benchmarks.machine.Weight;
import dev.seventouch.benchmarks.report.Figures;
import dev.seventouch.benchmarks.report.Machine;
import dev.seventouch.benchmarks.report.Measure;
import dev.seventouch.benchmarks.report.Quantile;
import dev.seventouch.benchmarks.report.Table;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lead intake from a request to its answer, beside an endpoint that does nothing but produce; and a long list. */
@Command(
        name = "./seventouch bench intake",
        description =
                "Measures how many leads intake takes in, beside a bare endpoint, and how it works off a long list.",
        showDefaultValues = true,
        sortOptions = false,
        usageHelpAutoWidth = true)
final class IntakeBench implements Callable<Integer> {
    private static final double BOUND_MILLIS = 50;
    private static final Measure RATE = Measure.rate("leads taken in, p99 under 50 ms");
    private static final Measure PROCESSOR = Measure.cost("processor time for each", "ms");
    private static final Measure ROWS = Measure.rate("rows of the list");
    private static final Measure MEMORY = Measure.cost("most resident memory over the list", "MB");

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "shows this")
    @SuppressWarnings("UnusedVariable") // picocli looks at it
    private boolean help;

    @Option(
            names = "--from",
            paramLabel = "N",
            description = "leads a second in the first step; each step is a quarter more")
    private int from = 100;

    @Option(names = "--to", paramLabel = "N", description = "leads a second, at which it ends")
    private int to = 5000;

    @Option(names = "--step", paramLabel = "TIME", description = "how long each step is, as in PT10S")
    private Duration step = Duration.ofSeconds(10);

    @Option(names = "--warm-up", paramLabel = "TIME", description = "before that, at the first pace")
    private Duration warmUp = Duration.ofSeconds(15);

    @Option(names = "--rows", paramLabel = "N", description = "rows of the list; 0 for none")
    private int rows = 1_000_000;

    @Option(
            names = "--intake-jvm",
            paramLabel = "ARG",
            description = "an option for intake's JVM, such as --intake-jvm=-Xmx256m")
    private List<String> intakeJvm = List.of();

    @Option(names = "--limit", paramLabel = "TIME", description = "how long all of it may take, as in PT30M")
    private Duration limit = Duration.ofMinutes(30);

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final Figures figures = new Figures();

    static void main(String[] arguments) {
        System.exit(new CommandLine(new IntakeBench()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path root = Directories.ofTheProject();
        Path directory = root.resolve("benchmarks").resolve("target").resolve("intake-bench");
        Directories.remove(directory);
        Path logs = Directories.made(directory.resolve("logs"));
        Machine.here().busyBefore().ifPresent(busy -> figures.note(busy + ": compare ratios, not rates."));
        ServiceApp application =
                ServiceApp.of(root, "lead-intake-service", directory.resolve("app"), List.of(), intakeJvm);
        try (HttpClient http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                Broker broker = new Broker(directory.resolve("broker"), logs)) {
            Patience patience = new Patience(limit, broker.process()::verifyAlive);
            broker.awaitReady(patience, List.of(Door.BARE_TOPIC));
            try (Door bare = Door.ofBareEndpoint(broker, directory)) {
                climb("bare endpoint", bare, http, patience);
            }
            try (Door intake = Door.ofIntake(application, broker, root.resolve("campaigns"), directory)) {
                climb("Seventouch", intake, http, patience);
                workOff(intake, http, directory);
            }
        }
        out.println(Table.of(figures));
        return 0;
    }

    /** A quarter more each time, until the bound doesn't hold. */
    private void climb(String name, Door door, HttpClient http, Patience patience) {
        out.println(name + " …");
        door.awaitOpen(http, patience);
        Stream.at(from, warmUp, door, http);
        double held = 0;
        for (int rate = from; rate <= to; rate = rate * 5 / 4) {
            long before = Weight.processorTime(door.running().handle()).toNanos();
            Stream.Answers answers = Stream.at(rate, step, door, http);
            double processor = (Weight.processorTime(door.running().handle()).toNanos() - before) / 1e6;
            double p99 = Quantile.of(0.99, answers.millis());
            out.printf(
                    Locale.ROOT,
                    "  %d a second: %.0f answered a second, p50 %.1f ms, p99 %.1f ms, %d lost%n",
                    rate,
                    answers.perSecond(),
                    Quantile.of(0.5, answers.millis()),
                    p99,
                    answers.lost());
            if (answers.lost() > 0 || p99 > BOUND_MILLIS) {
                break;
            }
            held = answers.perSecond();
            figures.add(name, PROCESSOR, processor / answers.millis().size());
        }
        figures.add(name, RATE, held);
    }

    private void workOff(Door intake, HttpClient http, Path directory) throws IOException, InterruptedException {
        if (rows == 0) {
            return;
        }
        out.printf(Locale.ROOT, "a list of %,d rows …%n", rows);
        LongList.Worked worked =
                LongList.work(LongList.written(directory.resolve("list.csv"), rows), rows, intake, http, limit);
        figures.add("Seventouch", ROWS, worked.rowsPerSecond());
        figures.add("Seventouch", MEMORY, worked.mostBytes() / 1e6);
    }
}
