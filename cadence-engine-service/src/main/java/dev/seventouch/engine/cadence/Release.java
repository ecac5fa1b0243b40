package dev.seventouch.engine.cadence;

import dev.seventouch.engine.policy.Rate;
import org.jspecify.annotations.Nullable;

/**
 * How fast what is due goes out.
 *
 * @param rate over all leads of the cadence; null for as fast as it can
 * @param first whether it holds for first touches too
 */
public record Release(@Nullable Rate rate, boolean first) {
    public static final Release AT_ONCE = new Release(null, false);
}
