package dev.seventouch.desk.letter;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What there is to do.
 *
 * @param queued what waits for a batch, the oldest 500 of it
 * @param batches the latest 100, the newest first
 * @param nextCutOff when what waits becomes a batch by itself, in house time; null if never
 */
public record PrintQueue(
        List<Letter> queued, List<Batch> batches, @Nullable Instant nextCutOff) {

    /** As many letters as are told; there may be more. */
    public static final int MOST_QUEUED = 500;
}
