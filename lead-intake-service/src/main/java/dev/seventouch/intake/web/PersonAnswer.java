package dev.seventouch.intake.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.intake.audit.AuditTrail;
import dev.seventouch.intake.suppression.Ledger;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that intake holds of a person, for that person.
 *
 * @param waitsForConfirmation whether the person has not confirmed yet
 * @param preferences how the person wants to be touched; null if it never chose
 * @param audit what operators did with these data, newest first
 * @param elsewhere what intake does not hold, and where that is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PersonAnswer(
        LeadAnswer lead,
        Instant firstCapturedAt,
        Instant lastCapturedAt,
        boolean waitsForConfirmation,
        @Nullable Preferences preferences,
        List<AuditTrail.Entry> audit,
        List<Elsewhere> elsewhere) {

    /**
     * What other places hold of the person.
     *
     * @param at the place, as an operator asks for it
     */
    record Elsewhere(String what, String at) {}

    static PersonAnswer of(
            LeadEvent.Captured captured,
            Ledger.Entry forbidden,
            @Nullable Preferences preferences,
            List<AuditTrail.Entry> audit) {
        return new PersonAnswer(
                LeadAnswer.of(captured, forbidden),
                captured.first(),
                captured.latest(),
                captured.waitsForConfirmation(),
                preferences,
                audit,
                List.of(
                        new Elsewhere(
                                "each touch and what became of it, and all that the person did or said",
                                "the desk: GET /api/v1/leads/" + captured.lead().id() + "/timeline"),
                        new Elsewhere("mail of the person that waits for somebody", "GET /api/v1/inbox"),
                        new Elsewhere(
                                "rows of lists that were refused, until they are old",
                                "GET /api/v1/imports/{importId}/rejects.csv")));
    }
}
