package dev.seventouch.benchmarks.contest;

/** A part of the course that can be left out. */
public enum Part {
    LATENCY,
    IDLE,
    RELEASE,
    RESTART
}
