package dev.seventouch.desk.timeline;

import dev.seventouch.events.lead.LeadId;
import java.util.Collection;
import java.util.List;

/** All leads' timelines. */
public interface Timelines {

    /**
     * Writes all, in one write. Writing a note again changes nothing. What is not a touch and comes twice within an hour is
     * one line: a form that is sent a thousand times does not grow the timeline without bound.
     */
    void write(List<Note> notes);

    /** The lead's timeline, empty if nothing was written yet. */
    Timeline of(LeadId lead);

    void erase(Collection<LeadId> leads);
}
