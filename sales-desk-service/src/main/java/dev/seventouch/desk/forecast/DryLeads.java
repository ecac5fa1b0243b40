package dev.seventouch.desk.forecast;

import dev.seventouch.events.lead.LeadId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Leads for which the library runs dry: a list for each day, and how many are on it. */
public interface DryLeads {

    /** Remembers where these may be listed. To be called before {@link #list}, which then finds them again after a crash. */
    void claim(Collection<DryLead> dry);

    /**
     * Lists each of {@code leads} where it stands, takes it off wherever else it may be listed, and counts the lists that
     * this touched. Doing so again changes nothing.
     *
     * @param standing where the leads stand, all of it claimed; whoever is not in it stands nowhere
     * @return the leads that were or are listed
     */
    Set<LeadId> list(Collection<LeadId> leads, Map<LeadId, DryLead> standing);

    /** The days that have any, the earliest first, by counters and not by counting. */
    List<DryDay> count(LocalDate from, LocalDate to);

    /** All of one day, in no order. */
    List<DryLead> on(LocalDate day);
}
