package dev.seventouch.mailer.delivery;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One hand-over on its way. Its batch may go on without it; then it sees to its own end. */
final class Run implements Callable<Void> {

    private final Job job;
    private final Function<Job, Job> errand;
    private final Consumer<@Nullable Job> late;
    private final AtomicReference<End> end = new AtomicReference<>(new End.Open());

    /** How far it is, as its batch and itself agree on. */
    private sealed interface End {
        record Open() implements End {}

        record Done(Job job) implements End {}

        record Threw() implements End {}

        record Left() implements End {}
    }

    /**
     * One that no batch waits for.
     *
     * @param late told the outcome; null if there is none, because something threw
     */
    static Run unawaited(Job job, Function<Job, Job> errand, Consumer<@Nullable Job> late) {
        Run run = new Run(job, errand, late);
        run.end.set(new End.Left());
        return run;
    }

    /** @param late told the outcome if the batch had gone on by then; null if there is none, because something threw */
    Run(Job job, Function<Job, Job> errand, Consumer<@Nullable Job> late) {
        this.job = job;
        this.errand = errand;
        this.late = late;
    }

    @Override
    public @Nullable Void call() {
        try {
            Job done = errand.apply(job);
            if (wasLeft(new End.Done(done))) {
                late.accept(done);
            }
            return null;
        } catch (RuntimeException e) {
            if (wasLeft(new End.Threw())) {
                late.accept(null);
            }
            throw e;
        }
    }

    private boolean wasLeft(End reached) {
        return end.getAndUpdate(before -> before instanceof End.Left ? before : reached) instanceof End.Left;
    }

    Job job() {
        return job;
    }

    /** What came of it; null if that is still open, and from now on its own concern. */
    @Nullable Job doneOrLeft() {
        End reached = end.updateAndGet(before -> before instanceof End.Open ? new End.Left() : before);
        return reached instanceof End.Done(var done) ? done : null;
    }
}
