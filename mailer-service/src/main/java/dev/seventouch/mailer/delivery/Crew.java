package dev.seventouch.mailer.delivery;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** The workers of one lane. */
final class Crew {

    private final ExecutorService workers;
    private final Duration patience;

    /** @param patience how long nothing may come of the work before what is left of it is no longer waited for */
    Crew(ExecutorService workers, Duration patience) {
        this.workers = workers;
        this.patience = patience;
    }

    /** Begins what nobody waits for. */
    void begin(List<? extends Callable<?>> work) {
        work.forEach(workers::submit);
    }

    /**
     * Does all of it, side by side, and returns when it is done or when nothing has come of it for a while. When
     * something throws, all of it is waited for: nothing may be on its way when the batch comes again.
     */
    <T> void work(List<? extends Callable<T>> work) {
        CompletionService<T> ready = new ExecutorCompletionService<>(workers);
        work.forEach(ready::submit);
        Throwable thrown = null;
        try {
            for (int left = work.size(); left > 0; left--) {
                Future<T> next = thrown == null ? ready.poll(patience.toMillis(), TimeUnit.MILLISECONDS) : ready.take();
                if (next == null) {
                    return;
                }
                try {
                    next.get();
                } catch (ExecutionException e) {
                    thrown = e.getCause();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped in the middle of a batch; it will come again", e);
        }
        if (thrown != null) {
            throw new IllegalStateException("a batch could not be finished; it will come again", thrown);
        }
    }
}
