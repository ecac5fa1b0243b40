package dev.seventouch.events.template;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** What is on the topic {@code templates}, keyed by {@code id@version}. */
public sealed interface TemplateEvent {
    String id();

    int version();

    Instant at();

    /**
     * A template was published.
     *
     * @param version counts from 1
     * @param source front matter and body as their author wrote them
     */
    record Published(String id, int version, String source, Instant at) implements TemplateEvent {
        public Published {
            requireNonNull(id, "id");
            requireNonNull(source, "source");
            requireNonNull(at, "at");
        }
    }
}
