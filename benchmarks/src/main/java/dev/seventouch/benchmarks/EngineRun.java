package dev.seventouch.benchmarks;

import dev.seventouch.benchmarks.contest.Course;
import dev.seventouch.benchmarks.contest.Part;
import dev.seventouch.benchmarks.contest.Sizes;
import dev.seventouch.benchmarks.contest.Stage;
import dev.seventouch.benchmarks.engine.Broker;
import dev.seventouch.benchmarks.engine.Restarts;
import dev.seventouch.benchmarks.engine.ServiceApp;
import dev.seventouch.benchmarks.engine.Seventouch;
import dev.seventouch.benchmarks.machine.Directories;
import dev.seventouch.benchmarks.machine.Patience;
import dev.seventouch.benchmarks.report.Figures;
import dev.seventouch.benchmarks.rival.Kind;
import dev.seventouch.benchmarks.rival.Postgres;
import dev.seventouch.benchmarks.rival.Rival;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** One run: the engine first, then its rivals, one after the other and all on the same broker. */
final class EngineRun {
    private final Sizes sizes;
    private final ServiceApp application;
    private final Path directory;
    private final Path logs;
    private final Figures figures;
    private final Patience patience;
    private final Consumer<String> progress;
    /** Throws if a process that should be there has ended. */
    private volatile Runnable alive = () -> {};

    EngineRun(
            Sizes sizes,
            ServiceApp application,
            Path directory,
            Figures figures,
            Duration limit,
            Consumer<String> progress) {
        this.sizes = sizes;
        this.application = application;
        this.directory = directory;
        this.logs = Directories.made(directory.resolve("logs"));
        this.figures = figures;
        this.patience = new Patience(limit, () -> alive.run());
        this.progress = progress;
    }

    void run(List<Integer> rates, Set<Kind> rivals, List<Integer> rivalRates) {
        progress.accept("The broker starts");
        try (Broker broker = new Broker(directory.resolve("broker"), logs)) {
            alive = broker.process()::verifyAlive;
            broker.awaitReady(
                    patience, Arrays.stream(Kind.values()).map(Rival::topicOf).toList());
            try (Stage stage = Stage.at(broker.bootstrapServers(), Seventouch.topics(), patience)) {
                Course course = new Course(sizes, stage, figures, progress);
                engine(broker, stage, course, rates);
                if (!rivals.isEmpty()) {
                    rivals(broker, stage, course, rivals, rivalRates);
                }
            }
        }
    }

    private void watch(Broker broker, Runnable worker) {
        alive = () -> {
            broker.process().verifyAlive();
            worker.run();
        };
    }

    private void engine(Broker broker, Stage stage, Course course, List<Integer> rates) {
        progress.accept("The engine starts");
        try (Seventouch engine = new Seventouch(application, broker, stage, directory.resolve("engine"), logs)) {
            watch(broker, engine::verifyAlive);
            engine.awaitHealthy();
            course.run(engine, rates);
            if (sizes.includes(Part.RESTART)) {
                progress.accept("The engine is killed and started, with and without its state");
                new Restarts(engine, stage, figures).run(sizes.restarts());
            }
        }
    }

    private void rivals(Broker broker, Stage stage, Course course, Set<Kind> rivals, List<Integer> rates) {
        progress.accept("PostgreSQL starts");
        try (Postgres postgres = Postgres.start(directory.resolve("postgres"))) {
            for (Kind kind : rivals) {
                try (Rival rival = new Rival(kind, broker, postgres, stage, logs)) {
                    watch(broker, rival::verifyAlive);
                    course.run(rival, rates);
                }
            }
        } catch (Postgres.NotHere e) {
            String loss = "NO RIVAL WAS MEASURED: PostgreSQL can't be had on this machine: " + e.getMessage();
            progress.accept(loss);
            figures.note(loss);
        }
    }
}
