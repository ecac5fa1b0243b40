package dev.seventouch.desk.deadletter;

import dev.seventouch.events.lead.LeadId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/**
 * When leads were erased. A lead that was erased and came back is known again, but what was set aside before its erasure
 * stays out of sight until Kafka has dropped it.
 */
public interface Erasures {

    /** These are erased now. */
    void note(Collection<LeadId> leads);

    /** @return wall times */
    Map<LeadId, Instant> of(Collection<LeadId> leads);
}
