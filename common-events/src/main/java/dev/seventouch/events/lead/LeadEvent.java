package dev.seventouch.events.lead;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** What is on the topic {@code leads}. */
public sealed interface LeadEvent {
    Lead lead();

    Instant at();

    /** A lead left its details, for the first time or again; {@code lead} holds all that is known by now. */
    record Captured(Lead lead, Instant at) implements LeadEvent {
        public Captured {
            requireNonNull(lead, "lead");
            requireNonNull(at, "at");
        }
    }
}
