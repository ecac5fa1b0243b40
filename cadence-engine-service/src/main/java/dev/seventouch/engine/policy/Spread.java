package dev.seventouch.engine.policy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.zip.CRC32C;

/** Levels the touches of a day: each falls on an instant of its window that looks random and is always the same. */
public final class Spread {
    private static final double RANGE = 1L << 32;

    private Spread() {}

    /** An instant from {@code from} inclusive to {@code until} exclusive, the same for the same {@code seed}. */
    public static Instant within(Instant from, Instant until, String seed) {
        CRC32C hash = new CRC32C();
        hash.update(seed.getBytes(StandardCharsets.UTF_8));
        double share = hash.getValue() / RANGE;
        Duration width = Duration.between(from, until);
        // Whole seconds: people read these times.
        return from.plusSeconds((long) (width.toSeconds() * share));
    }
}
