package dev.seventouch.mailer.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** The workers of one lane. */
final class Crew {

    private final ExecutorService workers;

    Crew(ExecutorService workers) {
        this.workers = workers;
    }

    /**
     * Does all of it, side by side, and waits for all of it, also when one throws: nothing may be on its way when the
     * batch comes again.
     */
    <T> List<T> allOf(List<Callable<T>> work) {
        try {
            List<T> done = new ArrayList<>(work.size());
            Throwable thrown = null;
            for (Future<T> one : workers.invokeAll(work)) {
                try {
                    done.add(one.get());
                } catch (ExecutionException e) {
                    thrown = e.getCause();
                }
            }
            if (thrown != null) {
                throw new IllegalStateException("a batch could not be finished; it will come again", thrown);
            }
            return done;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped in the middle of a batch; it will come again", e);
        }
    }
}
