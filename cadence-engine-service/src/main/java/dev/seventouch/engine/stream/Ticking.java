package dev.seventouch.engine.stream;

import dev.seventouch.engine.policy.Rate;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How due touches are looked for.
 *
 * @param every in wall time
 * @param budget how long leads are woken in one tick of one partition; small, so that what comes in meanwhile is not kept
 *     waiting
 * @param release how fast what is due goes out at most, over all cadences; null for as fast as it can
 * @param rest between two rounds of the audit, in wall time
 */
public record Ticking(
        Duration every, Duration budget, @Nullable Rate release, Duration rest) {}
