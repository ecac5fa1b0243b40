package dev.seventouch.mailer.delivery;

import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.touch.Medium;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** What people have forbidden. */
public interface Ledger {

    /** Which of {@code leads} have forbidden which media, asked at once. Those who have forbidden nothing may be absent. */
    Map<LeadId, Set<Medium>> forbidden(Collection<LeadId> leads);

    /** The last look, immediately before a hand-over. */
    boolean forbids(LeadId lead, Medium medium);
}
