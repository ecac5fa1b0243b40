package dev.seventouch.benchmarks.contest;

import dev.seventouch.benchmarks.machine.Weight;
import dev.seventouch.benchmarks.report.Figures;
import dev.seventouch.benchmarks.report.Quantile;
import dev.seventouch.benchmarks.wire.Tally;
import dev.seventouch.benchmarks.work.Cohort;
import dev.seventouch.benchmarks.work.Due;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What every contestant goes through, the same work in the same order. */
public final class Course {
    private static final double MILLIS = 1e6;
    private static final double MEBIBYTES = 1 << 20;
    private static final Due IN_A_MONTH = new Due.InAMonth();
    private static final int WARM_UP = 5_000;
    private static final int WARM_UP_RATE = 300;
    private static final int CROWD = 10_000;

    private final Sizes sizes;
    private final Stage stage;
    private final Figures figures;
    private final Consumer<String> progress;

    /** @param progress is told what is being done */
    public Course(Sizes sizes, Stage stage, Figures figures, Consumer<String> progress) {
        this.sizes = sizes;
        this.stage = stage;
        this.figures = figures;
        this.progress = progress;
    }

    /** @param rates leads a second that come in one by one */
    public void run(Contestant contestant, List<Integer> rates) {
        Notebook notebook = new Notebook(contestant.name(), figures);
        progress.accept(contestant.name() + " warms up");
        warmUp(contestant);
        Intake intake = new Intake(contestant, notebook);
        progress.accept("%s: %,d leads come in at once, %d times".formatted(contestant.name(), CROWD, sizes.rounds()));
        for (int round = 0; round < sizes.rounds(); round++) {
            intake.touchAtOnce(stage.cohorts().next(CROWD));
        }
        fill(contestant, intake, notebook);
        if (sizes.includes(Part.RELEASE)) {
            for (int round = 1; round <= sizes.rounds(); round++) {
                progress.accept(
                        "%s: %,d fall due together, round %d".formatted(contestant.name(), sizes.together(), round));
                new Release(contestant, intake, stage, notebook).of(sizes.together());
            }
        }
        // Last: by now all code is compiled, and all else is pending.
        if (sizes.includes(Part.LATENCY)) {
            rates.forEach(rate -> {
                progress.accept("%s: leads come one by one, %,d a second".formatted(contestant.name(), rate));
                trickle(contestant, notebook, rate);
            });
        }
        weigh(contestant, notebook);
    }

    /** Nobody's figure is taken while code is still being compiled. */
    private void warmUp(Contestant contestant) {
        Notebook unread = new Notebook(contestant.name(), new Figures());
        Intake intake = new Intake(contestant, unread);
        intake.touchAtOnce(stage.cohorts().next(WARM_UP));
        for (int size : List.of(WARM_UP, CROWD)) {
            Cohort kept = stage.cohorts().next(size);
            intake.enrol(kept, IN_A_MONTH);
            intake.plan(kept, IN_A_MONTH);
        }
        latencies(contestant, WARM_UP_RATE, WARM_UP_RATE * 3);
        if (sizes.includes(Part.RELEASE)) {
            for (int round = 1; round <= sizes.warmUps(); round++) {
                new Release(contestant, intake, stage, unread).of(sizes.together());
            }
        }
    }

    private void trickle(Contestant contestant, Notebook notebook, int rate) {
        List<Double> millis = latencies(
                contestant,
                rate,
                Math.max(1, Math.toIntExact(rate * sizes.trickle().toSeconds())));
        notebook.add(Measures.latency("p50", rate), Quantile.of(0.5, millis));
        notebook.add(Measures.latency("p99", rate), Quantile.of(0.99, millis));
    }

    private List<Double> latencies(Contestant contestant, int rate, int count) {
        String topic = contestant.topicOfTouchesAtOnce();
        Cohort cohort = stage.cohorts().next(count);
        Tally tally = stage.sightings().expect(topic, cohort);
        long[] handedIn = stage.oneByOne().trickle(rate, count, index -> contestant.atOnce(cohort, index));
        tally.await(stage.patience());
        stage.sightings().forget(topic, cohort);
        List<Double> millis = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            millis.add((tally.seenAt(index) - handedIn[index]) / MILLIS);
        }
        return millis;
    }

    /** Leads come in until all that shall be pending are; on the way it is measured what it costs to wait. */
    private void fill(Contestant contestant, Intake intake, Notebook notebook) {
        int pending = 0;
        for (int milestone : sizes.milestones()) {
            progress.accept("%s: %,d leads come in at once, to %,d pending"
                    .formatted(contestant.name(), milestone - pending, milestone));
            for (Cohort cohort : stage.cohorts().sliced(milestone - pending)) {
                intake.enrol(cohort, IN_A_MONTH);
                intake.plan(cohort, IN_A_MONTH);
            }
            pending = milestone;
            if (sizes.includes(Part.IDLE)) {
                progress.accept("%s waits with %,d pending".formatted(contestant.name(), pending));
                idle(contestant, notebook, pending);
            }
        }
    }

    private void idle(Contestant contestant, Notebook notebook, int pending) {
        Optional<Contestant.Ticks> ticksBefore = contestant.ticks();
        Effort before = Effort.of(contestant);
        long start = System.nanoTime();
        stage.patience().pass(sizes.idle());
        Effort effort = Effort.of(contestant).since(before);
        double elapsed = System.nanoTime() - start;
        notebook.add(Measures.idleWorker(pending), 100 * effort.worker().toNanos() / elapsed);
        notebook.add(Measures.idleServers(pending), 100 * effort.servers().toNanos() / elapsed);
        ticksBefore
                .flatMap(earlier -> contestant.ticks().map(now -> now.since(earlier)))
                .filter(ticks -> ticks.count() > 0)
                .ifPresent(ticks -> notebook.add(Measures.tick(pending), ticks.seconds() * 1000 / ticks.count()));
    }

    private static void weigh(Contestant contestant, Notebook notebook) {
        Weight.residentBytes(contestant.worker()).ifPresent(bytes -> notebook.add(Measures.MEMORY, bytes / MEBIBYTES));
        notebook.add(Measures.DISK, contestant.stateBytes() / MEBIBYTES);
    }
}
