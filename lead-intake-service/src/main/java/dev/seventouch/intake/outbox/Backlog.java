package dev.seventouch.intake.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much waits.
 *
 * @param leads how many leads have something waiting
 * @param since when the lead that waits longest began to; null if none waits
 */
public record Backlog(long leads, @Nullable Instant since) {
    public static final Backlog EMPTY = new Backlog(0, null);
}
