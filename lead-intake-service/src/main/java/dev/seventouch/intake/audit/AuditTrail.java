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
     * @param before only what stands behind it; null for the first
     * @throws AuditUnreachable if it can't be asked
     */
    List<Placed> newest(Query query, @Nullable Place before, int most);

    /** Null for all. */
    record Query(
            @Nullable LeadId lead,
            @Nullable String who,
            @Nullable Action action) {}

    /**
     * Where an entry stands.
     *
     * @param id tells it from others of the same instant
     */
    record Place(Instant at, String id) {}

    record Placed(Place place, Entry entry) {}

    /**
     * @param who did it, by the name that the key has; {@code operator} for the house's own, and whom that asked for
     * @param from which address
     * @param lead whose data it was; null if it was about many, or about nobody's
     * @param what it was done with, or what was said, such as the id of a form: never a person's details
     */
    record Entry(
            Instant at,
            String who,
            String from,
            Action action,
            @Nullable LeadId lead,
            @Nullable String what) {}

    enum Action {
        EXPORTED,
        ERASED,
        LIST_TAKEN_IN,
        LIST_STOPPED,
        LIST_CONTINUED,
        REJECTS_READ,
        SUPPRESSIONS_TAKEN_IN,
        SUPPRESSIONS_READ,
        FORM_PUBLISHED,
        FORM_WITHDRAWN,
        SIGNAL_TOLD,
        MAIL_DECIDED
    }
}
