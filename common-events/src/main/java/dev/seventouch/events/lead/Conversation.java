package dev.seventouch.events.lead;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was said when a person last spoke with the lead. Kept with the lead, where a tombstone reaches it.
 *
 * @param agreed the next step that both sides agreed on, in words
 */
public record Conversation(
        Instant at, @Nullable String said, @Nullable String agreed) {

    public Conversation {
        requireNonNull(at, "at");
    }
}
