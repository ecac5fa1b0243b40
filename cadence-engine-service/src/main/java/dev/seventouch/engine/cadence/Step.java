package dev.seventouch.engine.cadence;

/**
 * One touch of the plan.
 *
 * @param key stable over versions: by it an enrollment finds its place again
 * @param after counted from the step before
 */
public record Step(String key, Delay after, Action action) {}
