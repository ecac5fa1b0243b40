package dev.seventouch.intake.capture;

import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.lead.LeadId;
import java.util.List;

/** Where everything known of a lead is kept: what it returned from is not lost. */
public interface LeadLog {

    /** @throws dev.seventouch.intake.outbox.NotKept if it is not certain that the event was kept */
    void say(LeadEvent.Captured captured);

    /**
     * Keeps all, waiting once.
     *
     * @param captured each of another lead
     * @throws dev.seventouch.intake.outbox.NotKept if it is not certain that all were kept
     */
    default void keepAll(List<LeadEvent.Captured> captured) {
        captured.forEach(this::say);
    }

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
