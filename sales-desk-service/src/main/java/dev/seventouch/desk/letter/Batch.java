package dev.seventouch.desk.letter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Letters and cards that are printed together.
 *
 * @param cutOff what was queued until then is in it; house time
 * @param by who took the last step; null until somebody claims it
 * @param at house time of the last step
 */
public record Batch(
        String id, State state, Instant cutOff, @Nullable String by, Instant at) {

    /** How far it is. */
    public enum State {
        OPEN,
        /** Somebody prints it. */
        CLAIMED,
        POSTED
    }
}
