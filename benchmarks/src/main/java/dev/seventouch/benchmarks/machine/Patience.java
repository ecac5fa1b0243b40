package dev.seventouch.benchmarks.machine;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for what must come, as long as whoever shall bring it is alive and there is time left for the whole run. */
public final class Patience {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
    private static final Duration ARE_THEY_ALIVE = Duration.ofMillis(500);

    private final long end;
    private final Runnable alive;

    /**
     * @param whole the time that the whole run may take, from now on
     * @param alive throws if a process that is waited for has ended
     */
    public Patience(Duration whole, Runnable alive) {
        this.end = System.nanoTime() + whole.toNanos();
        this.alive = alive;
    }

    /** What was waited for did not come. */
    public static final class Exhausted extends RuntimeException {
        Exhausted(String what) {
            super("waited in vain until " + what);
        }
    }

    /** @throws Exhausted if it does not hold after {@code atMost} */
    public void until(String what, Duration atMost, BooleanSupplier holds) {
        CountDownLatch never = new CountDownLatch(1);
        until(what, atMost, LOOK_AGAIN, () -> holds.getAsBoolean() || await(never, LOOK_AGAIN) || holds.getAsBoolean());
    }

    /** @throws Exhausted if it has not opened after {@code atMost} */
    public void until(String what, Duration atMost, CountDownLatch latch) {
        until(what, atMost, ARE_THEY_ALIVE, () -> await(latch, ARE_THEY_ALIVE));
    }

    /** Lets time pass in which nothing shall happen. */
    public void pass(Duration time) {
        long over = System.nanoTime() + time.toNanos();
        until(time + " have passed", time.plusMinutes(1), () -> System.nanoTime() - over >= 0);
    }

    private void until(String what, Duration atMost, Duration step, BooleanSupplier waitedFor) {
        long latest = Math.min(end - System.nanoTime(), atMost.toNanos()) + System.nanoTime();
        while (!waitedFor.getAsBoolean()) {
            alive.run();
            if (System.nanoTime() - latest > step.toNanos()) {
                throw new Exhausted(what);
            }
        }
    }

    private static boolean await(CountDownLatch latch, Duration time) {
        try {
            return latch.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
