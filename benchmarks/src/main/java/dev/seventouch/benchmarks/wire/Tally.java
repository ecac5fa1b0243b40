package dev.seventouch.benchmarks.wire;

import dev.seventouch.benchmarks.machine.Patience;
import dev.seventouch.benchmarks.work.Cohort;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** When each lead of a cohort was first seen on a topic. Times are of {@link System#nanoTime()}. */
public final class Tally {
    private static final Duration AT_LEAST = Duration.ofMinutes(3);
    /** The slowest that is waited for. */
    private static final int PER_SECOND = 100;

    private final Cohort cohort;
    private final String topic;
    private final long[] seenAt;
    private final CountDownLatch all = new CountDownLatch(1);
    private volatile int seen;
    private volatile int repeated;
    private volatile @Nullable RuntimeException fault;
    private byte @Nullable [] sample;

    Tally(String topic, Cohort cohort) {
        this.topic = topic;
        this.cohort = cohort;
        this.seenAt = new long[cohort.size()];
    }

    // Called by one thread only.
    @SuppressWarnings("NonAtomicVolatileUpdate")
    void see(int index, long now, byte @Nullable [] value) {
        if (seenAt[index] != 0) {
            repeated++;
            return;
        }
        seenAt[index] = now;
        sample = value;
        seen++;
        if (seen == cohort.size()) {
            all.countDown();
        }
    }

    void fail(RuntimeException because) {
        fault = because;
        all.countDown();
    }

    /** Returns once every lead of the cohort was seen. */
    public void await(Patience patience) {
        Duration atMost = AT_LEAST.plusSeconds(cohort.size() / PER_SECOND);
        try {
            patience.until("all " + cohort.size() + " were seen on " + topic, atMost, all);
        } catch (Patience.Exhausted e) {
            throw new IllegalStateException("only " + seen + " of " + cohort.size() + " were seen on " + topic, e);
        }
        RuntimeException happened = fault;
        if (happened != null) {
            throw new IllegalStateException("the topics could not be read", happened);
        }
    }

    public long first() {
        return Arrays.stream(seenAt).min().orElseThrow();
    }

    public long last() {
        return Arrays.stream(seenAt).max().orElseThrow();
    }

    /** How many were seen after {@code nanoTime}. */
    public long seenAfter(long nanoTime) {
        return Arrays.stream(seenAt).filter(at -> at - nanoTime > 0).count();
    }

    public long seenAt(int index) {
        return seenAt[index];
    }

    /** How many were seen again. */
    public int repeated() {
        return repeated;
    }

    /** What one of the records held. */
    public byte[] sample() {
        byte[] value = sample;
        return value == null ? new byte[0] : value;
    }
}
