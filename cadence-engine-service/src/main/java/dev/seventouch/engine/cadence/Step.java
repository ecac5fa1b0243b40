package dev.seventouch.engine.cadence;

import dev.seventouch.engine.policy.Window;

/**
 * One touch of the plan.
 *
 * @param key stable over versions: by it an enrollment finds its place again
 */
public record Step(String key, After after, Window window, Turn turn) {}
