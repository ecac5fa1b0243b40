package dev.seventouch.intake.capture;

import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.lead.LeadId;
import java.util.List;
import java.util.Set;

/** Where everything known of a lead is kept: what it returned from is not lost. */
public interface LeadLog {

    /**
     * Keeps all, waiting once.
     *
     * @param captured each of another lead
     * @return those of whom too much waits for the log already: what was said of them is not kept
     * @throws dev.seventouch.intake.outbox.NotKept if it is not certain that all others were kept
     */
    Set<LeadId> keepAll(List<LeadEvent.Captured> captured);

    /**
     * Says all, on the log alone: many at once must not fill the outbox, nor overtake what waits there.
     *
     * @param captured each of another lead
     * @throws dev.seventouch.intake.outbox.NotKept if not all are on the log; some may be
     */
    void sayAll(List<LeadEvent.Captured> captured);

    /**
     * Makes every view forget the lead.
     *
     * @throws dev.seventouch.intake.outbox.NotKept if it is not certain that they will
     */
    void erase(LeadId lead);
}
