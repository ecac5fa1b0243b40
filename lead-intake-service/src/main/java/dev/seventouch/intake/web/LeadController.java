package dev.seventouch.intake.web;

import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.intake.audit.AuditTrail;
import dev.seventouch.intake.audit.AuditTrail.Action;
import dev.seventouch.intake.capture.Capture;
import dev.seventouch.intake.capture.Capture.Verdict;
import dev.seventouch.intake.capture.LeadView;
import dev.seventouch.intake.idempotency.Once;
import dev.seventouch.intake.lead.Submission;
import dev.seventouch.intake.suppression.Ledger;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Leads, for operators: capture one, see what is known of one. */
@RestController
@RequestMapping(LeadController.PATH)
final class LeadController {
    static final String PATH = "/api/v1/leads";
    private static final int MOST_ENTRIES = 1000;

    private final Bodies bodies;
    private final Capture capture;
    private final LeadView known;
    private final Ledger ledger;
    private final Auditor auditor;
    private final AuditTrail trail;
    private final Preferences.Known preferences;
    private final Once once;

    LeadController(
            Bodies bodies,
            Capture capture,
            LeadView known,
            Ledger ledger,
            Auditor auditor,
            AuditTrail trail,
            Preferences.Known preferences,
            Once once) {
        this.bodies = bodies;
        this.capture = capture;
        this.known = known;
        this.ledger = ledger;
        this.auditor = auditor;
        this.trail = trail;
        this.preferences = preferences;
        this.once = once;
    }

    record Taken(LeadId leadId) {}

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Taken take(@RequestHeader(name = Once.HEADER, required = false) @Nullable String key, HttpServletRequest request)
            throws IOException {
        byte[] body = Bodies.bytes(request, Bodies.LIMIT);
        return once.under(key, PATH, body, (at, isDone) -> {
            List<Submission> one = List.of(LeadReader.read(bodies.json(body), at));
            List<Verdict> verdict = isDone ? capture.identify(one) : capture.takeEach(one, at, "api");
            return new Taken(Capture.accepted(verdict.getFirst()));
        });
    }

    @GetMapping("/{leadId}")
    LeadAnswer show(@PathVariable String leadId) {
        LeadId id = LeadIds.read(leadId);
        return known.find(id)
                .map(captured -> LeadAnswer.of(captured, ledger.of(id)))
                .orElseThrow(LeadIds::unknown);
    }

    /** Everything that intake holds of the person, for the person, and where the rest is. */
    @GetMapping("/{leadId}/export")
    PersonAnswer export(@PathVariable String leadId, HttpServletRequest request) {
        LeadId id = LeadIds.read(leadId);
        LeadEvent.Captured captured = known.find(id).orElseThrow(LeadIds::unknown);
        auditor.note(request, Action.EXPORTED, id, null);
        return PersonAnswer.of(
                captured,
                ledger.of(id),
                preferences.of(id).orElse(null),
                trail.newest(new AuditTrail.Query(id, null, null), null, MOST_ENTRIES).stream()
                        .map(AuditTrail.Placed::entry)
                        .toList());
    }
}
