package dev.seventouch.desk.lead;

import dev.seventouch.desk.page.Page;
import dev.seventouch.events.lead.LeadId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of all leads. */
public interface Leads {

    /** Applies all in their order, in one write. Applying them again changes nothing. */
    void apply(List<LeadChange> changes);

    /** Those that are known, erased ones included. */
    Map<LeadId, KnownLead> find(Collection<LeadId> leads);

    /**
     * Captured leads, the newest capture first.
     *
     * @param after where the page before ended, null for the first
     */
    Page<KnownLead> newest(@Nullable String after, int limit);

    /**
     * Captured leads that somebody may mean, the newest capture first.
     *
     * @param words an id or an address of email, which are for the one that has it; or a part of name, company or email, in
     *     upper or lower case
     */
    List<KnownLead> named(String words, int limit);
}
