package dev.seventouch.mailer.delivery;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One hand-over on its way. Its batch may go on without it; then it sees to its own end. */
final class Run implements Callable<Void> {

    private static final Logger log = LoggerFactory.getLogger(Delivery.class);

    private final Job job;
    private final Consumer<Job> errand;
    private final Runnable late;
    private final AtomicReference<State> state = new AtomicReference<>(State.OPEN);

    /** How far it is, as its batch and itself agree on. */
    private enum State {
        OPEN,
        DONE,
        LEFT
    }

    /**
     * One that no batch waits for.
     *
     * @param late called when it has come to its end, with or without an outcome
     */
    static Run unawaited(Job job, Consumer<Job> errand, Runnable late) {
        Run run = new Run(job, errand, late);
        run.state.set(State.LEFT);
        return run;
    }

    /** @param late called when it has come to its end, with or without an outcome, if the batch had gone on by then */
    Run(Job job, Consumer<Job> errand, Runnable late) {
        this.job = job;
        this.errand = errand;
        this.late = late;
    }

    @Override
    public @Nullable Void call() {
        try {
            errand.accept(job);
        } catch (RuntimeException e) {
            if (state.get() == State.LEFT) {
                // Nobody waits for what it throws.
                log.warn("the end of a late hand-over can't be kept yet touch={}", job.id(), e);
            }
            throw e;
        } finally {
            if (!state.compareAndSet(State.OPEN, State.DONE)) {
                late.run();
            }
        }
        return null;
    }

    Job job() {
        return job;
    }

    /** If it has not come to its end yet, that is from now on its own concern; whether this is so. */
    boolean leaveIfOpen() {
        return state.compareAndSet(State.OPEN, State.LEFT);
    }
}
