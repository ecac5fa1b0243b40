package dev.seventouch.engine.cadence;

import dev.seventouch.engine.policy.Window;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Touches that come round and round after the steps.
 *
 * @param key stable over versions
 * @param until how long after the start of the enrollment the phase ends; null for never
 * @param rotation taken in turn
 */
public record Phase(String key, Delay.Days every, @Nullable Duration until, Window window, List<Turn> rotation) {

    /** @throws IllegalArgumentException if there is nothing to take in turn */
    public Phase {
        if (rotation.isEmpty()) {
            throw new IllegalArgumentException("a phase has at least one touch");
        }
        rotation = List.copyOf(rotation);
    }

    /** @param occurrence counts from 1 */
    Turn turn(int occurrence) {
        return rotation.get((occurrence - 1) % rotation.size());
    }
}
