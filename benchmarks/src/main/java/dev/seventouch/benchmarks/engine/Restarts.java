package dev.seventouch.benchmarks.engine;

import dev.seventouch.benchmarks.contest.Stage;
import dev.seventouch.benchmarks.machine.Directories;
import dev.seventouch.benchmarks.report.Figures;
import dev.seventouch.benchmarks.report.Measure;
import dev.seventouch.benchmarks.wire.Tally;
import dev.seventouch.benchmarks.work.Cohort;
import java.util.List;

/** The engine is gone, a lead comes in, the engine is started: how long does that lead wait from then on? */
public record Restarts(Seventouch engine, Stage stage, Figures figures) {
    private static final Measure STOPPED = Measure.cost("stopped and started, to the first touch", "s");
    private static final Measure WITH_STATE = Measure.cost("killed and started, to the first touch", "s");
    private static final Measure WITHOUT_STATE =
            Measure.cost("the same with its state deleted, to the first touch", "s");

    public void run(int times) {
        for (int time = 0; time < times; time++) {
            once(STOPPED, engine.process()::stop);
            once(WITH_STATE, engine.process()::kill);
            once(WITHOUT_STATE, () -> {
                engine.process().kill();
                Directories.remove(engine.process().state());
            });
        }
    }

    private void once(Measure measure, Runnable end) {
        end.run();
        Cohort one = stage.cohorts().next(1);
        Tally tally = stage.sightings().expect(engine.topicOfTouchesAtOnce(), one);
        stage.inBulk().write(List.of(engine.atOnce(one, 0)));
        long start = System.nanoTime();
        engine.process().startAgain();
        tally.await(stage.patience());
        figures.add(engine.name(), measure, (tally.last() - start) / 1e9);
        stage.sightings().forget(engine.topicOfTouchesAtOnce(), one);
        engine.awaitHealthy();
    }
}
