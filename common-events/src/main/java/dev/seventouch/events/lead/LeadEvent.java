package dev.seventouch.events.lead;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
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
     * @param origins where it came from each time, oldest first: the first and the newest 20; null if that was not noted, as
     *     by older versions
     * @param sameAs the lead as which this person is followed up, as its address has changed; null for whoever is followed up
     *     as this lead itself
     */
    record Captured(
            Lead lead,
            Instant at,
            Instant first,
            Instant latest,
            @Nullable Boolean toConfirm,
            @Nullable List<Provenance> origins,
            @Nullable LeadId sameAs)
            implements LeadEvent {
        public Captured {
            requireNonNull(lead, "lead");
            requireNonNull(at, "at");
            first = first == null ? at : first;
            latest = latest == null ? at : latest;
            origins = origins == null || origins.isEmpty() ? null : List.copyOf(origins);
        }

        /** One of which it was not noted where it came from each time. */
        public Captured(Lead lead, Instant at, Instant first, Instant latest, @Nullable Boolean toConfirm) {
            this(lead, at, first, latest, toConfirm, null, null);
        }

        /** A first capture, of a lead that need not confirm. */
        public Captured(Lead lead, Instant at) {
            this(lead, at, at, at, null);
        }

        public boolean waitsForConfirmation() {
            return Boolean.TRUE.equals(toConfirm);
        }

        /** Where it came from, as far as that is known: at least where it came from last. */
        public List<Provenance> cameFrom() {
            return origins == null ? List.of(new Provenance(lead.origin().source(), null, latest)) : origins;
        }

        /** The origins of this and of {@code older}; null if neither noted them. */
        public @Nullable List<Provenance> originsOver(Captured older) {
            return origins == null && older.origins == null ? null : Provenance.folded(cameFrom(), older.cameFrom());
        }

        /** With these instead of its own. */
        public Captured with(@Nullable List<Provenance> origins) {
            return new Captured(lead, at, first, latest, toConfirm, origins, sameAs);
        }

        /** Of a person who is followed up as another lead. */
        public Captured sameAs(LeadId other) {
            return new Captured(lead, at, first, latest, toConfirm, origins, other);
        }

        /** For whoever follows the lead up: where it came from earlier, and what proves its consent, is no matter to that. */
        public Captured forFollowUp() {
            return new Captured(lead.withoutProof(), at, first, latest, toConfirm, null, sameAs);
        }
    }
}
