package dev.seventouch.mailer.channel.email;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/** So many mails a minute for one relay, evenly. One that was idle may get a few at once. */
final class Pace {

    private static final int BURST = 10;
    private static final long LOOK_AGAIN = TimeUnit.MILLISECONDS.toNanos(100);

    private final long between;
    private final LongSupplier ticker;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition never = lock.newCondition();
    private long nextSlot;

    /**
     * @param perMinute of wall time; 0 where that is not bounded
     * @param ticker as {@link System#nanoTime}
     */
    Pace(int perMinute, LongSupplier ticker) {
        this.between = perMinute == 0 ? 0 : TimeUnit.MINUTES.toNanos(1) / perMinute;
        this.ticker = ticker;
        this.nextSlot = ticker.getAsLong();
    }

    /**
     * Waits for its turn, if that is soon. A first touch does not wait, but counts.
     *
     * @param patience how long it may wait
     * @return how long the wait would be, if it is more than that; zero if it may go now
     */
    Duration await(boolean first, Duration patience) {
        if (between == 0) {
            return Duration.ZERO;
        }
        lock.lock();
        try {
            long now = ticker.getAsLong();
            long slot = Math.max(nextSlot, now);
            long begin = first ? now : Math.max(now, slot - BURST * between);
            if (begin - now > patience.toNanos()) {
                return Duration.ofNanos(begin - now);
            }
            nextSlot = slot + between;
            while (begin - ticker.getAsLong() > 0) {
                never.awaitNanos(Math.min(LOOK_AGAIN, begin - ticker.getAsLong()));
            }
            return Duration.ZERO;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Duration.ofNanos(between);
        } finally {
            lock.unlock();
        }
    }
}
