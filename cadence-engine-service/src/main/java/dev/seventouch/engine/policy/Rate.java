package dev.seventouch.engine.policy;

import java.time.Duration;

/** So many in so long, such as 600 an hour. */
public record Rate(int count, Duration per) {

    /** @throws IllegalArgumentException if it would never let anything through */
    public Rate {
        if (count < 1 || per.isNegative() || per.isZero()) {
            throw new IllegalArgumentException("a rate lets something through");
        }
    }

    @Override
    public String toString() {
        return count + (per.equals(Duration.ofHours(1)) ? " an hour" : " in " + per.toMinutes() + " min");
    }
}
