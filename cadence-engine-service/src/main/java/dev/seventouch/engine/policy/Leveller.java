package dev.seventouch.engine.policy;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Paces what goes out: each cadence at its own rate, and all of them at one. Every partition has a leveller of its own and lets its
 * share through, so that all together keep to the rates as long as the partitions are equally busy.
 *
 * <p>A second's worth may go at once, but at least one; what comes faster is given turns in a line, by the generic cell rate
 * algorithm (ITU-T I.371). A turn is given once and for all, and none is kept for those who stay away. Rates are of house time, of which microseconds count. Not thread-safe.
 */
public final class Leveller {
    private final int partitions;
    private final @Nullable Turns overall;
    private final Map<String, Line> lines = new HashMap<>();

    /** @throws IllegalArgumentException if there is no partition */
    public Leveller(int partitions) {
        this(partitions, null);
    }

    /**
     * @param partitions how many levellers share the rates
     * @param overall over all cadences; null for as fast as they are
     * @throws IllegalArgumentException if there is no partition
     */
    public Leveller(int partitions, @Nullable Rate overall) {
        if (partitions < 1) {
            throw new IllegalArgumentException("at least one partition is needed");
        }
        this.partitions = partitions;
        this.overall = overall == null ? null : new Turns(Pace.of(overall, partitions));
    }

    /**
     * Nothing if what is due may go now, and with that has gone; else when its turn comes. It is held until then, and not brought
     * here again.
     *
     * @param rate of the cadence now; null for none. What was granted stays granted when it changes
     * @param now house time, never earlier than the time before
     */
    public Optional<Instant> hold(String cadenceId, @Nullable Rate rate, Instant now) {
        long arrival = Micros.of(now);
        long turn = rate == null ? turn(arrival, arrival) : turn(cadenceId, Pace.of(rate, partitions), arrival);
        return turn > arrival ? Optional.of(Micros.toInstant(turn)) : Optional.empty();
    }

    private long turn(String cadenceId, Pace pace, long arrival) {
        Line line = lines.computeIfAbsent(cadenceId, _ -> new Line());
        // The line goes on from the turn that is really had: one that has to wait for the others does not make the next
        // bunch up.
        long turn = turn(line.next(arrival, pace), arrival);
        line.take(turn, pace);
        return turn;
    }

    private long turn(long notBefore, long now) {
        return overall == null ? notBefore : overall.take(notBefore, now);
    }
}
