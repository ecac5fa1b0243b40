package dev.seventouch.intake.suppression;

import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.touch.Medium;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who must not be contacted, by which media, since when, and why. Intake is its only writer; the mailer asks it. */
public interface Ledger {

    /**
     * Forbids; what it returned from outlives the loss of any one store node. The earliest instant stays, of each reason too.
     *
     * @throws LedgerUnreachable if it is not certain that it was kept
     */
    void forbid(LeadId lead, Set<Medium> media, Reason reason, Instant since);

    /**
     * Forbids many at once, as {@link #forbid} does.
     *
     * @throws LedgerUnreachable if it is not certain that all were kept
     */
    void forbidAll(Collection<Stop> stops);

    /** What is to be forbidden. */
    record Stop(LeadId lead, Set<Medium> media, Reason reason, Instant since) {}

    /**
     * Makes whatever is, or will be, forbidden for one of two ids of a person, or for any that is linked with them already, hold
     * for the others too. What it returned from outlives the loss of any one store node, and an erasure.
     *
     * @throws LedgerUnreachable if it is not certain that it was kept
     */
    void link(LeadId one, LeadId other);

    /**
     * The other ids of a person.
     *
     * @throws LedgerUnreachable if it can't be asked
     */
    Set<LeadId> linkedWith(LeadId lead);

    /**
     * A lead's entry; one that forbids nothing if there is none.
     *
     * @throws LedgerUnreachable if it can't be asked
     */
    Entry of(LeadId lead);

    /**
     * Hands every entry to {@code reader}, one by one.
     *
     * @throws LedgerUnreachable if it can't be asked
     */
    void each(Consumer<Entry> reader);

    /**
     * A lead's entry.
     *
     * @param grounds in the order of their media, then of their reasons
     */
    record Entry(LeadId lead, List<Ground> grounds) {
        public Entry {
            grounds = List.copyOf(grounds);
        }

        /** Each medium that is forbidden, since when. */
        public Map<Medium, Instant> since() {
            return grounds.stream()
                    .collect(Collectors.toMap(
                            Ground::medium,
                            Ground::since,
                            (one, other) -> one.isBefore(other) ? one : other,
                            TreeMap::new));
        }
    }

    /**
     * Why a medium is forbidden.
     *
     * @param reason null if it was not noted, as by older versions
     */
    record Ground(Medium medium, @Nullable Reason reason, Instant since) {}
}
