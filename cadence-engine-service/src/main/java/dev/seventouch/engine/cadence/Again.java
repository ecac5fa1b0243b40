package dev.seventouch.engine.cadence;

import java.time.Duration;
import java.util.Set;

/**
 * Which leads whose enrollment ended start anew when they are captured again.
 *
 * @param after the endings after which they do; never {@link Ending#STOPPED}, and {@link Ending#MOVED} is of no account
 * @param earliest how long after the end
 */
public record Again(Set<Ending> after, Duration earliest) {
    public static final Again NEVER = new Again(Set.of(), Duration.ZERO);

    /** @throws IllegalArgumentException if it would start a lead that said stop */
    public Again {
        if (after.contains(Ending.STOPPED)) {
            throw new IllegalArgumentException("nobody who said stop starts again");
        }
        after = Set.copyOf(after);
    }
}
