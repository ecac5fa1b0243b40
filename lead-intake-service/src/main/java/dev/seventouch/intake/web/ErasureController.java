package dev.seventouch.intake.web;

import dev.seventouch.events.lead.LeadId;
import dev.seventouch.intake.audit.AuditTrail.Action;
import dev.seventouch.intake.erasure.Erasing;
import dev.seventouch.service.web.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Forgets a lead, for operators, everywhere. */
@RestController
@RequestMapping(ErasureController.PATH)
final class ErasureController {
    static final String PATH = "/api/v1/leads/{leadId}";

    /** How long an answer waits for all to be done. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Erasing erasing;
    private final Auditor auditor;

    ErasureController(Erasing erasing, Auditor auditor) {
        this.erasing = erasing;
        this.auditor = auditor;
    }

    /** Forgets the lead, whether or not the view knows it: the log may know more. The ledger's entry stays. */
    @DeleteMapping
    ResponseEntity<Erasing.Status> forget(@PathVariable String leadId, HttpServletRequest request) {
        LeadId id = LeadIds.read(leadId);
        auditor.note(request, Action.ERASED, id, null);
        erasing.erase(id);
        if (erasing.isDoneWithin(PATIENCE, id)) {
            return ResponseEntity.noContent().build();
        }
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/leads/" + id + "/erasure"))
                .body(erasing.status(id).orElseThrow());
    }

    @GetMapping("/erasure")
    Erasing.Status show(@PathVariable String leadId) {
        return erasing.status(LeadIds.read(leadId))
                .orElseThrow(() -> new NotFound("Nobody has asked for this lead to be erased."));
    }
}
