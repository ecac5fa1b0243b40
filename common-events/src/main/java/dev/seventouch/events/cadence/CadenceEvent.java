package dev.seventouch.events.cadence;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is on the topic {@code cadences}, keyed by {@code id@version}. */
public sealed interface CadenceEvent {
    String id();

    int version();

    Instant at();

    /**
     * A plan was published.
     *
     * @param version counts from 1
     * @param yaml the plan as its author wrote it
     * @param enrolled what becomes of leads that are on an earlier version; null where there was none
     */
    record Published(
            String id, int version, String yaml, @Nullable Enrolled enrolled, Instant at) implements CadenceEvent {
        public Published {
            requireNonNull(id, "id");
            requireNonNull(yaml, "yaml");
            requireNonNull(at, "at");
        }
    }
}
