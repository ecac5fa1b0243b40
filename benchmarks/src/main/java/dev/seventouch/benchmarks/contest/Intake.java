package dev.seventouch.benchmarks.contest;

import dev.seventouch.benchmarks.contest.Measures.PerLead;
import dev.seventouch.benchmarks.work.Cohort;
import dev.seventouch.benchmarks.work.Due;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Hands leads to a contestant, and notes how fast it takes them and at what cost. */
final class Intake {
    private final Contestant contestant;
    private final Notebook notebook;
    private Duration enrolled = Duration.ZERO;
    private Duration lately = Duration.ZERO;
    private int leads = 1;

    Intake(Contestant contestant, Notebook notebook) {
        this.contestant = contestant;
        this.notebook = notebook;
    }

    void touchAtOnce(Cohort cohort) {
        measure(Measures.TOUCHED_AT_ONCE, cohort, () -> Optional.of(contestant.touchAtOnce(cohort)));
    }

    void enrol(Cohort cohort, Due due) {
        enrolled = measure(Measures.TOUCHED_AT_ONCE, cohort, () -> contestant.enrol(cohort, due));
    }

    void plan(Cohort cohort, Due due) {
        Duration planned = measure(Measures.PLANNED, cohort, () -> Optional.of(contestant.plan(cohort, due)));
        lately = enrolled.plus(planned);
        leads = cohort.size();
    }

    private Duration measure(PerLead measures, Cohort cohort, Supplier<Optional<Duration>> work) {
        Effort before = Effort.of(contestant);
        Optional<Duration> took = work.get();
        took.ifPresent(time -> {
            notebook.rate(measures, cohort.size(), time);
            notebook.effort(measures, cohort.size(), Effort.of(contestant).since(before));
        });
        return took.orElse(Duration.ZERO);
    }

    /** How long it will take to have so many leads planned, going by those before: the first ones are slow. */
    Duration expected(int more) {
        return lately.multipliedBy(more).dividedBy(leads);
    }
}
