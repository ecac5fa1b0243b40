package dev.seventouch.benchmarks.contest;

import dev.seventouch.benchmarks.wire.Tally;
import dev.seventouch.benchmarks.work.Cohort;
import dev.seventouch.benchmarks.work.Due;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Many leads fall due at one instant. */
record Release(Contestant contestant, Intake intake, Stage stage, Notebook notebook) {
    private static final Duration SOME_TIME = Duration.ofSeconds(3);
    private static final Duration A_MOMENT = Duration.ofMillis(100);
    private static final int TRIES = 3;

    void of(int leads) {
        Duration ahead = SOME_TIME.plus(intake.expected(leads).multipliedBy(2));
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            if (isDone(leads, Instant.now().plus(ahead).truncatedTo(ChronoUnit.SECONDS))) {
                return;
            }
            ahead = ahead.multipliedBy(2);
        }
        throw new IllegalStateException(
                "%,d leads could not be enrolled before they were due, in %d tries".formatted(leads, TRIES));
    }

    /** Whether all were waiting when they fell due. If not, nothing of them is noted. */
    private boolean isDone(int leads, Instant due) {
        List<Cohort> together = stage.cohorts().sliced(leads);
        together.forEach(cohort -> intake.enrol(cohort, new Due.Together(due)));
        List<Tally> tallies = together.stream()
                .map(cohort -> stage.sightings().expect(contestant.topicOfTouches(), cohort))
                .toList();
        together.forEach(cohort -> intake.plan(cohort, new Due.Together(due)));
        Duration left = Duration.between(Instant.now(), due).minus(A_MOMENT);
        if (!left.isNegative()) {
            stage.patience().pass(left);
            Effort before = Effort.of(contestant);
            tallies.forEach(tally -> tally.await(stage.patience()));
            notebook.effort(Measures.RELEASED, leads, Effort.of(contestant).since(before));
            note(due, tallies);
        }
        together.forEach(cohort -> stage.sightings().forget(contestant.topicOfTouches(), cohort));
        return !left.isNegative();
    }

    private void note(Instant due, List<Tally> tallies) {
        long first = tallies.stream().mapToLong(Tally::first).min().orElseThrow();
        long last = tallies.stream().mapToLong(Tally::last).max().orElseThrow();
        long dueAt = System.nanoTime() - Duration.between(due, Instant.now()).toNanos();
        notebook.add(Measures.FIRST_OF_MANY, (first - dueAt) / 1e6);
        notebook.add(Measures.LAST_OF_MANY, (last - dueAt) / 1e9);
        // Those that came with the first one were on their way before the clock started.
        long released =
                tallies.stream().mapToLong(tally -> tally.seenAfter(first)).sum();
        if (released > 0) {
            notebook.rate(Measures.RELEASED, released, Duration.ofNanos(last - first));
        }
        int repeated = tallies.stream().mapToInt(Tally::repeated).sum();
        if (repeated > 0) {
            notebook.note("sent %,d touches twice.".formatted(repeated));
        }
    }
}
