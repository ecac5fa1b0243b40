package dev.seventouch.events.template;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

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
     * @param byHand whether somebody published it by the API or at the desk; missing, or not, if it came from a file
     */
    record Published(
            String id,
            int version,
            String source,
            Instant at,
            @Nullable Boolean byHand) implements TemplateEvent {
        public Published {
            requireNonNull(id, "id");
            requireNonNull(source, "source");
            requireNonNull(at, "at");
        }

        /** From a file. */
        public Published(String id, int version, String source, Instant at) {
            this(id, version, source, at, null);
        }
    }
}
