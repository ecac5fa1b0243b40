package dev.seventouch.intake.audit;

import dev.seventouch.events.lead.LeadId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What operators did with people's data. It is only ever added to; it holds ids, never a person's details. */
public interface AuditTrail {

    /**
     * Notes an action before it is done: what can't be noted must not be done.
     *
     * @throws AuditUnreachable if it is not certain that it was kept
     */
    void note(Entry entry);

    /**
     * The newest entries first.
     *
     * @param lead whose; null for all
     * @throws AuditUnreachable if it can't be asked
     */
    List<Entry> newest(@Nullable LeadId lead, int most);

    /**
     * @param who did it
     * @param from which address
     * @param lead whose data it was; null if it was about many
     */
    record Entry(
            Instant at,
            String who,
            String from,
            Action action,
            @Nullable LeadId lead) {}

    enum Action {
        EXPORTED,
        ERASED,
        LIST_TAKEN_IN,
        REJECTS_READ,
        SUPPRESSIONS_TAKEN_IN,
        SUPPRESSIONS_READ,
        MAIL_DECIDED
    }
}
