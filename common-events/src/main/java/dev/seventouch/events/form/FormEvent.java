package dev.seventouch.events.form;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** What is on the topic {@code forms}, keyed by the form's id; a tombstone withdraws it. */
public sealed interface FormEvent {
    String id();

    Instant at();

    /**
     * A form was published.
     *
     * @param source as its author wrote it
     */
    record Published(String id, String source, Instant at) implements FormEvent {
        public Published {
            requireNonNull(id, "id");
            requireNonNull(source, "source");
            requireNonNull(at, "at");
        }
    }
}
