package dev.seventouch.engine.stream;

import java.time.Duration;

/**
 * How due touches are looked for.
 *
 * @param every in wall time
 * @param budget the most leads that are woken in one tick of one partition; small, so that what comes in meanwhile is not
 *     kept waiting
 */
public record Ticking(Duration every, int budget) {}
