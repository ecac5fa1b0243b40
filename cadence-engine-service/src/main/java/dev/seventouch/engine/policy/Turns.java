package dev.seventouch.engine.policy;

import java.util.TreeMap;

/**
 * Turns that all cadences share. Unlike in a {@link Line} they may be taken far ahead and out of order: a slow cadence with a long
 * line must not make the others wait. Times are in microseconds.
 */
final class Turns {
    private final long interval;
    private final long burst;
    /** What is taken, by the number of the burst since 1970. */
    private final TreeMap<Long, Burst> taken = new TreeMap<>();

    Turns(Pace pace) {
        this.interval = pace.interval();
        this.burst = pace.burst();
    }

    /** The first turn that is free, not before {@code notBefore}. */
    long take(long notBefore, long now) {
        forget(number(now));
        long wanted = number(notBefore);
        long free = free(wanted);
        Burst turns = taken.computeIfAbsent(free, Burst::new);
        long turn = free == wanted ? notBefore : free * burst * interval + turns.count * interval;
        turns.count++;
        return turn;
    }

    private void forget(long current) {
        while (!taken.isEmpty() && taken.firstKey() < current) {
            taken.pollFirstEntry();
        }
    }

    private long number(long time) {
        return Math.floorDiv(time, burst * interval);
    }

    /** The first burst from {@code number} on that is not full. Full ones in between are skipped at once the next time. */
    private long free(long number) {
        long free = number;
        for (Burst full = taken.get(free); full != null && full.count >= burst; full = taken.get(free)) {
            free = full.next;
        }
        Burst full = taken.get(number);
        while (full != null && full.next < free) {
            long next = full.next;
            full.next = free;
            full = taken.get(next);
        }
        return free;
    }

    private static final class Burst {
        private long count;
        /** Where to look when this one is full. */
        private long next;

        private Burst(long number) {
            this.next = number + 1;
        }
    }
}
