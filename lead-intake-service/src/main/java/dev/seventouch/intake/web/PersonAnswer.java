package dev.seventouch.intake.web;

import dev.seventouch.intake.suppression.Ledger;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.intake.audit.AuditTrail;
import java.time.Instant;
import java.util.List;

/**
 * Everything that intake holds of a person, for that person.
 *
 * @param waitsForConfirmation whether the person has not confirmed yet
 * @param audit what operators did with these data, newest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PersonAnswer(
        LeadAnswer lead,
        Instant firstCapturedAt,
        Instant lastCapturedAt,
        boolean waitsForConfirmation,
        List<AuditTrail.Entry> audit) {

    static PersonAnswer of(LeadEvent.Captured captured, Ledger.Entry forbidden, List<AuditTrail.Entry> audit) {
        return new PersonAnswer(
                LeadAnswer.of(captured, forbidden),
                captured.first(),
                captured.latest(),
                captured.waitsForConfirmation(),
                audit);
    }
}
