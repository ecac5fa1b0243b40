package dev.seventouch.engine.stream;

import java.util.concurrent.TimeUnit;

/** Whether something came in or was woken a moment ago: then there is more of it, or it waits to be committed. */
public final class Activity {
    private static final long A_MOMENT = TimeUnit.MILLISECONDS.toNanos(100);

    private volatile long last = System.nanoTime() - A_MOMENT;

    void goesOn() {
        last = System.nanoTime();
    }

    boolean isGoingOn() {
        return System.nanoTime() - last < A_MOMENT;
    }
}
