package dev.seventouch.events.lead;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a lead agreed to, in which words, when and from where. */
public record Consent(
        String wording,
        Instant at,
        @Nullable String source,
        @Nullable String ip) {

    public Consent {
        requireNonNull(wording, "wording");
        requireNonNull(at, "at");
    }
}
