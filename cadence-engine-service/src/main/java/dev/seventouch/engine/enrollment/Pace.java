package dev.seventouch.engine.enrollment;

import java.time.Duration;

/**
 * How patient the engine is, in house time.
 *
 * @param lateness how long after its window a touch may still go out
 * @param patience the least time that a touch in flight has for its outcome
 * @param firstPatience how long a first touch may take, and how old a capture may be to get one
 * @param retry how soon to look again for a plan that is not known here yet
 */
public record Pace(Duration lateness, Duration patience, Duration firstPatience, Duration retry) {

    public static final Pace USUAL =
            new Pace(Duration.ofMinutes(10), Duration.ofMinutes(30), Duration.ofDays(4), Duration.ofSeconds(1));
}
