package dev.seventouch.intake.suppression;

import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.touch.Medium;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Who must not be contacted, by which media, since when. Intake is its only writer; the mailer asks it. */
public interface Ledger {

    /**
     * Forbids; what it returned from outlives the loss of any one store node. The earliest instant stays.
     *
     * @throws LedgerUnreachable if it is not certain that it was kept
     */
    void forbid(LeadId lead, Set<Medium> media, Instant since);

    /**
     * Forbids many at once, as {@link #forbid} does.
     *
     * @throws LedgerUnreachable if it is not certain that all were kept
     */
    void forbidAll(Map<LeadId, Set<Medium>> media, Instant since);

    /** @throws LedgerUnreachable if it can't be asked */
    Map<Medium, Instant> of(LeadId lead);

    /**
     * Hands every entry to {@code reader}, one by one.
     *
     * @throws LedgerUnreachable if it can't be asked
     */
    void each(Consumer<Entry> reader);

    /** @param since per medium that is forbidden */
    record Entry(LeadId lead, Map<Medium, Instant> since) {}
}
