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

    /** The newer, unless that is only told of (by a list, say) and the older was given by the lead itself, from an address. */
    static @Nullable Consent stronger(@Nullable Consent newer, @Nullable Consent older) {
        if (newer == null) {
            return older;
        }
        return older == null || newer.ip != null || older.ip == null ? newer : older;
    }
}
