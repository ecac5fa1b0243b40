package dev.seventouch.benchmarks.contest;

import java.time.Duration;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * How much is done.
 *
 * @param pending leads that wait for a touch in a month, while all else happens
 * @param together leads that fall due at one instant
 * @param rounds how often that is done
 * @param warmUps how often that is done before, unmeasured: a JVM compiles what it runs often
 * @param idleAt at how many pending leads it is measured what waiting costs, besides at all of them
 * @param idle how long that is measured
 * @param trickle how long leads come in one by one, at each rate
 * @param restarts how often the engine is killed, with and without its state
 */
public record Sizes(
        int pending,
        int together,
        int rounds,
        int warmUps,
        List<Integer> idleAt,
        Duration idle,
        Duration trickle,
        int restarts,
        Set<Part> parts) {

    /** The most leads that are handed in in one go: their records are made before the clock starts. */
    static final int SLICE = 25_000;

    /** @throws IllegalArgumentException if there is nothing to be done */
    public Sizes {
        if (pending < 1 || together < 1 || rounds < 1 || restarts < 1) {
            throw new IllegalArgumentException("leads, together, rounds and restarts are at least 1");
        }
        if (warmUps < 0) {
            throw new IllegalArgumentException("warm-up is at least 0");
        }
        idleAt = List.copyOf(idleAt);
        parts = Set.copyOf(parts);
    }

    public boolean includes(Part part) {
        return parts.contains(part);
    }

    /** The numbers of pending leads at which to stop and look, the least first. */
    NavigableSet<Integer> milestones() {
        NavigableSet<Integer> milestones = new TreeSet<>();
        if (includes(Part.IDLE)) {
            idleAt.stream().filter(count -> count > 0 && count < pending).forEach(milestones::add);
        }
        milestones.add(pending);
        return milestones;
    }
}
