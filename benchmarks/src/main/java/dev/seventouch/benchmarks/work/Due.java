package dev.seventouch.benchmarks.work;

import java.time.Instant;

/** When a cohort is to be touched (again). */
public sealed interface Due {

    /** Long after the run: until then it is pending. */
    record InAMonth() implements Due {}

    /** The whole cohort at one instant. */
    record Together(Instant at) implements Due {}
}
