package dev.seventouch.intake.web;

import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.intake.audit.AuditTrail;
import dev.seventouch.intake.audit.AuditTrail.Action;
import dev.seventouch.intake.capture.Capture;
import dev.seventouch.intake.capture.LeadView;
import dev.seventouch.intake.suppression.Ledger;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.InstantSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Leads, for operators: capture one, see what is known of one, forget one. */
@RestController
@RequestMapping("/api/v1/leads")
final class LeadController {
    private static final int MOST_ENTRIES = 1000;

    private final Bodies bodies;
    private final Capture capture;
    private final LeadView known;
    private final Ledger ledger;
    private final Auditor auditor;
    private final AuditTrail trail;
    private final InstantSource clock;

    LeadController(
            Bodies bodies,
            Capture capture,
            LeadView known,
            Ledger ledger,
            Auditor auditor,
            AuditTrail trail,
            InstantSource clock) {
        this.bodies = bodies;
        this.capture = capture;
        this.known = known;
        this.ledger = ledger;
        this.auditor = auditor;
        this.trail = trail;
        this.clock = clock;
    }

    record Taken(LeadId leadId) {}

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Taken take(HttpServletRequest request) throws IOException {
        return new Taken(capture.take(LeadReader.read(bodies.json(request), clock.instant()), "api"));
    }

    @GetMapping("/{leadId}")
    LeadAnswer show(@PathVariable String leadId) {
        LeadId id = LeadIds.read(leadId);
        return known.find(id)
                .map(captured -> LeadAnswer.of(captured, ledger.of(id)))
                .orElseThrow(LeadIds::unknown);
    }

    /** Everything that intake holds of the person, for the person; what was done to reach it is in the desk's timeline. */
    @GetMapping("/{leadId}/export")
    PersonAnswer export(@PathVariable String leadId, HttpServletRequest request) {
        LeadId id = LeadIds.read(leadId);
        LeadEvent.Captured captured = known.find(id).orElseThrow(LeadIds::unknown);
        auditor.note(request, Action.EXPORTED, id);
        return PersonAnswer.of(captured, ledger.of(id), trail.newest(id, MOST_ENTRIES));
    }

    /** Forgets the lead, whether or not the view knows it: the log may know more. The ledger's entry stays. */
    @DeleteMapping("/{leadId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(@PathVariable String leadId, HttpServletRequest request) {
        LeadId id = LeadIds.read(leadId);
        auditor.note(request, Action.ERASED, id);
        capture.erase(id);
    }
}
