package dev.seventouch.intake.web;

import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.intake.audit.AuditTrail;
import dev.seventouch.intake.audit.AuditTrail.Action;
import dev.seventouch.intake.body.JsonFields;
import dev.seventouch.intake.capture.Capture;
import dev.seventouch.intake.capture.LeadView;
import dev.seventouch.intake.idempotency.Once;
import dev.seventouch.intake.lead.Submission;
import dev.seventouch.intake.signal.Moves;
import dev.seventouch.intake.suppression.Ledger;
import dev.seventouch.service.web.BadRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
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
    private final Moves moves;
    private final Once once;

    LeadController(
            Bodies bodies,
            Capture capture,
            LeadView known,
            Ledger ledger,
            Auditor auditor,
            AuditTrail trail,
            Preferences.Known preferences,
            Moves moves,
            Once once) {
        this.bodies = bodies;
        this.capture = capture;
        this.known = known;
        this.ledger = ledger;
        this.auditor = auditor;
        this.trail = trail;
        this.preferences = preferences;
        this.moves = moves;
        this.once = once;
    }

    record Taken(LeadId leadId) {}

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Taken take(@RequestHeader(name = Once.HEADER, required = false) @Nullable String key, HttpServletRequest request)
            throws IOException {
        byte[] body = Bodies.bytes(request, Bodies.LIMIT);
        return once.under(key, PATH, body, (at, isDone) -> {
            JsonFields fields = bodies.json(body);
            String former = fields.text(Moves.FORMER);
            List<Submission> one = List.of(LeadReader.readAlone(fields, at));
            if (isDone) {
                return new Taken(Capture.accepted(capture.identify(one).getFirst()));
            }
            return new Taken(former == null ? taken(one, at) : moved(former, fields.text("email"), one, at));
        });
    }

    private LeadId taken(List<Submission> one, Instant at) {
        return Capture.accepted(capture.takeEach(one, at, "api").getFirst());
    }

    private LeadId moved(String former, @Nullable String email, List<Submission> one, Instant at) {
        // What can't be used must not change an address.
        Capture.accepted(capture.identify(one).getFirst());
        if (email == null || email.isBlank()) {
            throw new BadRequest("email", "is missing; " + Moves.FORMER + " goes with the address that came after it");
        }
        boolean wasKnown = moves.wasKnown(former, email);
        LeadId lead = taken(one, at);
        if (!wasKnown) {
            moves.remember(lead, former);
        }
        return lead;
    }

    /** The lead is reached at another address from now on. */
    @PostMapping(path = "/{leadId}/email", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Taken move(@PathVariable String leadId, HttpServletRequest request) throws IOException {
        LeadId id = LeadIds.read(leadId);
        JsonFields fields = bodies.json(Bodies.bytes(request, Bodies.LIMIT)).onlyKnown("email");
        String email = fields.text("email");
        if (!fields.has("email")) {
            fields.wrong("email", "is missing; send the address by which the lead is reached now");
        }
        fields.refuseIfWrong();
        return new Taken(moves.move(id, email == null ? "" : email));
    }

    @GetMapping("/{leadId}")
    LeadAnswer show(@PathVariable String leadId) {
        LeadView.Person person = known.person(LeadIds.read(leadId));
        return person.known()
                .map(captured -> LeadAnswer.of(captured, ledger.of(person.lead())))
                .orElseThrow(LeadIds::unknown);
    }

    /** Everything that intake holds of the person, for the person, and where the rest is. */
    @GetMapping("/{leadId}/export")
    PersonAnswer export(@PathVariable String leadId, HttpServletRequest request) {
        LeadView.Person person = known.person(LeadIds.read(leadId));
        LeadEvent.Captured captured = person.known().orElseThrow(LeadIds::unknown);
        LeadId id = person.lead();
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
