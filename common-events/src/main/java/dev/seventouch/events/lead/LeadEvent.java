package dev.seventouch.events.lead;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is on the topic {@code leads}. */
public sealed interface LeadEvent {
    Lead lead();

    Instant at();

    /**
     * A lead left its details, for the first time or again, or something more was learned of it; {@code lead} holds all that
     * is known by now. The topic keeps the last of these only, so each also tells when the captures were.
     *
     * @param at when this was said
     * @param first when the lead was captured for the first time
     * @param latest when it was captured last; earlier than {@code at} if only its facts were updated
     * @param toConfirm whether nothing but a request to confirm may go out before {@code signal.confirmed}
     */
    record Captured(
            Lead lead,
            Instant at,
            Instant first,
            Instant latest,
            @Nullable Boolean toConfirm) implements LeadEvent {
        public Captured {
            requireNonNull(lead, "lead");
            requireNonNull(at, "at");
            first = first == null ? at : first;
            latest = latest == null ? at : latest;
        }

        /** A first capture, of a lead that need not confirm. */
        public Captured(Lead lead, Instant at) {
            this(lead, at, at, at, null);
        }

        public boolean waitsForConfirmation() {
            return Boolean.TRUE.equals(toConfirm);
        }
    }
}
