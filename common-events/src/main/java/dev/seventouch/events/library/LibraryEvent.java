package dev.seventouch.events.library;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** What is on the topic {@code library}, keyed by the item's id. */
public sealed interface LibraryEvent {
    LibraryItem item();

    Instant at();

    record Published(LibraryItem item, Instant at) implements LibraryEvent {
        public Published {
            requireNonNull(item, "item");
            requireNonNull(at, "at");
        }
    }
}
