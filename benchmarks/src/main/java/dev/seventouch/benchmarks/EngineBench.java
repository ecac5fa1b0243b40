package dev.seventouch.benchmarks;

import dev.seventouch.benchmarks.contest.Part;
import dev.seventouch.benchmarks.contest.Sizes;
import dev.seventouch.benchmarks.engine.ServiceApp;
import dev.seventouch.benchmarks.machine.Directories;
import dev.seventouch.benchmarks.report.Figures;
import dev.seventouch.benchmarks.report.Machine;
import dev.seventouch.benchmarks.report.Report;
import dev.seventouch.benchmarks.report.Table;
import dev.seventouch.benchmarks.rival.Kind;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** The engine beside what one would take instead, in one run, on the same machine, at the same work. */
@Command(
        name = "./seventouch bench engine",
        description =
                "Measures the engine, and beside it what one would take instead: db-scheduler, and a table that is polled.",
        showDefaultValues = true,
        sortOptions = false,
        usageHelpAutoWidth = true)
final class EngineBench implements Callable<Integer> {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "shows this")
    @SuppressWarnings("UnusedVariable") // picocli looks at it
    private boolean help;

    @Option(names = "--leads", paramLabel = "N", description = "leads that are pending while all else happens")
    private int leads = 100_000;

    @Option(names = "--together", paramLabel = "N", description = "leads that fall due at one instant")
    private int together = 25_000;

    @Option(names = "--rounds", paramLabel = "N", description = "how often that is done")
    private int rounds = 3;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            description = "how often that is done before, unmeasured, until the JVM has compiled it")
    private int warmUps = 3;

    @Option(names = "--rates", split = ",", paramLabel = "N", description = "leads a second that come in one by one")
    private List<Integer> rates = List.of(10, 100, 500, 2000);

    @Option(names = "--rival-rates", split = ",", paramLabel = "N", description = "the same for the rivals")
    private List<Integer> rivalRates = List.of(10, 100);

    @Option(names = "--trickle", paramLabel = "TIME", description = "how long they do so, at each rate")
    private Duration trickle = Duration.ofSeconds(10);

    @Option(
            names = "--idle-at",
            split = ",",
            paramLabel = "N",
            description = "numbers of pending leads, besides --leads, at which it is measured what waiting costs")
    private List<Integer> idleAt = List.of(10_000);

    @Option(names = "--idle", paramLabel = "TIME", description = "how long that is measured")
    private Duration idle = Duration.ofSeconds(15);

    @Option(
            names = "--restarts",
            paramLabel = "N",
            description = "how often the engine is killed, with and without state")
    private int restarts = 2;

    @Option(names = "--only", split = ",", paramLabel = "PART", description = "of: ${COMPLETION-CANDIDATES}")
    private Set<Part> parts = EnumSet.allOf(Part.class);

    @Option(names = "--against", split = ",", paramLabel = "RIVAL", description = "of: ${COMPLETION-CANDIDATES}")
    private Set<Kind> rivals = EnumSet.allOf(Kind.class);

    @Option(names = "--alone", description = "measures the engine, and no rival")
    private boolean alone;

    @Option(
            names = "--engine",
            paramLabel = "ARG",
            description = "an argument to the engine, such as --engine=--seventouch.engine.threads=2")
    private List<String> engineArguments = List.of();

    @Option(
            names = "--engine-jvm",
            paramLabel = "ARG",
            description = "an option for the engine's JVM, such as --engine-jvm=-Xmx4g")
    private List<String> engineJvm = List.of();

    @Option(names = "--limit", paramLabel = "TIME", description = "how long all of it may take")
    private Duration limit = Duration.ofMinutes(30);

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    static void main(String[] arguments) {
        System.exit(new CommandLine(new EngineBench())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(Duration.class, new TimeReader())
                .execute(arguments));
    }

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Sizes sizes = new Sizes(leads, together, rounds, warmUps, idleAt, idle, trickle, restarts, parts);
        Path root = Directories.ofTheProject();
        Path target = Directories.made(root.resolve("benchmarks").resolve("target"));
        try (FileChannel file = FileChannel.open(
                        target.resolve("engine-bench.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = file.tryLock()) {
            if (lock == null) {
                out.println("seventouch: another run of this benchmark is going on in " + root);
                return 1;
            }
            return run(sizes, root, target);
        }
    }

    private int run(Sizes sizes, Path root, Path target) {
        Instant start = Instant.now();
        Machine machine = Machine.here();
        Figures figures = new Figures();
        machine.busyBefore()
                .map(busy -> busy + ": rates are too low and times too long; processor time holds.")
                .ifPresent(busy -> {
                    say(start, busy);
                    figures.note(busy);
                });
        Path directory = target.resolve("engine-bench");
        Directories.remove(directory);
        boolean complete = false;
        try {
            ServiceApp application =
                    ServiceApp.of(root, "cadence-engine-service", directory.resolve("app"), engineJvm, engineArguments);
            new EngineRun(sizes, application, directory, figures, limit, line -> say(start, line))
                    .run(rates, alone ? Set.of() : rivals, rivalRates);
            complete = true;
            Directories.remove(directory);
        } catch (RuntimeException e) {
            e.printStackTrace(out);
            figures.note("The run ended early: " + e.getMessage() + ". What the processes said is in "
                    + root.relativize(directory.resolve("logs")) + ".");
        }
        Path json = target.resolve("engine-bench.json");
        Report.of(commandLine(), start, machine, figures).write(json);
        out.println();
        out.println(Table.of(figures));
        out.println("As JSON in " + root.relativize(json) + ".");
        return complete ? 0 : 1;
    }

    private void say(Instant start, String line) {
        Duration since = Duration.between(start, Instant.now());
        out.printf(Locale.ROOT, "%3d:%02d  %s%n", since.toMinutes(), since.toSecondsPart(), line);
    }

    private String commandLine() {
        return spec == null
                ? ""
                : spec.qualifiedName()
                        + spec.commandLine().getParseResult().originalArgs().stream()
                                .map(argument -> " " + argument)
                                .reduce("", String::concat);
    }

    /** Times as in 10s, 5m or 2h. */
    private static final class TimeReader implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            try {
                String time = text.toUpperCase(Locale.ROOT);
                return Duration.parse(time.startsWith("PT") ? time : "PT" + time);
            } catch (DateTimeParseException e) {
                throw new CommandLine.TypeConversionException("expected a time such as 10s, 5m or 2h");
            }
        }
    }
}
