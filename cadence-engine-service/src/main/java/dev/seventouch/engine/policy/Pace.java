package dev.seventouch.engine.policy;

import java.util.concurrent.TimeUnit;

/**
 * A partition's share of a rate.
 *
 * @param interval from one to the next, in microseconds
 * @param burst how many may go at once: a second's worth, at least one
 */
record Pace(long interval, long burst) {
    private static final long SECOND = 1_000_000;

    static Pace of(Rate rate, int partitions) {
        long span = Math.max(1, Math.multiplyExact(TimeUnit.MICROSECONDS.convert(rate.per()), partitions));
        return new Pace(Math.max(1, Math.ceilDiv(span, rate.count())), Math.max(1, SECOND * rate.count() / span));
    }
}
