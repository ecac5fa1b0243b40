package dev.seventouch.engine.simulation;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** A moment of a script. */
public sealed interface When {

    /** @param start from what on spans are counted */
    Instant from(Instant start, ZoneId zone);

    record After(Span span) implements When {
        @Override
        public Instant from(Instant start, ZoneId zone) {
            return span.from(start, zone);
        }
    }

    /** On the lead's wall clock. */
    record At(LocalDateTime time) implements When {
        @Override
        public Instant from(Instant start, ZoneId zone) {
            return time.atZone(zone).toInstant();
        }
    }
}
