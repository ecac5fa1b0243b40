package dev.seventouch.events.cadence;

/** What becomes of the leads that are on an earlier version of a plan when the next one is published. */
public enum Enrolled {
    /** They go on by the new one, each at its place. */
    MIGRATE,
    /** They finish by the one they are on. */
    FINISH
}
