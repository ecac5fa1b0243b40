package dev.seventouch.intake.work;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A thread for work that goes on as long as the service runs. The work looks at {@link #isRunning} between its steps. */
public final class Worker {
    private final String name;
    private volatile boolean running;
    private volatile @Nullable Thread thread;

    /** @param name of the thread, as the log shows it */
    public Worker(String name) {
        this.name = name;
    }

    public void start(Runnable work) {
        running = true;
        thread = Thread.ofPlatform().name(name).daemon().start(work);
    }

    public boolean isRunning() {
        return running;
    }

    /**
     * Lets the work end.
     *
     * @param nudge wakes it if it waits, by an interrupt or otherwise
     * @param patience wall time to wait for its end
     */
    public void stop(Consumer<Thread> nudge, Duration patience) {
        running = false;
        Thread working = thread;
        if (working == null) {
            return;
        }
        nudge.accept(working);
        try {
            working.join(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** For the work itself: shorter if it is interrupted. */
    public static void pause(Duration wall) {
        try {
            Thread.sleep(wall);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
