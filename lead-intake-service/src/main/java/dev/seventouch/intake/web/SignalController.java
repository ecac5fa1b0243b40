package dev.seventouch.intake.web;

import dev.seventouch.events.lead.LeadId;
import dev.seventouch.intake.audit.AuditTrail.Action;
import dev.seventouch.intake.body.JsonFields;
import dev.seventouch.intake.idempotency.Once;
import dev.seventouch.intake.lead.Identity;
import dev.seventouch.intake.signal.Signals;
import dev.seventouch.service.web.BadRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What leads did or said, reported by operators and by other systems. */
@RestController
@RequestMapping(path = "/api/v1", consumes = MediaType.APPLICATION_JSON_VALUE)
final class SignalController {
    private final Bodies bodies;
    private final Identity identity;
    private final Signals signals;
    private final Once once;
    private final Auditor auditor;

    SignalController(Bodies bodies, Identity identity, Signals signals, Once once, Auditor auditor) {
        this.bodies = bodies;
        this.identity = identity;
        this.signals = signals;
        this.once = once;
        this.auditor = auditor;
    }

    record Taken(LeadId leadId) {}

    @PostMapping("/leads/{leadId}/signals")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Taken ofLead(
            @PathVariable String leadId,
            @RequestHeader(name = Once.HEADER, required = false) @Nullable String key,
            HttpServletRequest request)
            throws IOException {
        LeadId lead = LeadIds.read(leadId);
        byte[] body = Bodies.bytes(request, Bodies.LIMIT);
        JsonFields fields = bodies.json(body);
        return once(fields, key, "/leads/" + lead + "/signals", body, (at, isDone) -> {
            if (!isDone) {
                noted(request, lead, fields, () -> signals.report(lead, fields, at));
            }
            return new Taken(lead);
        });
    }

    @PostMapping("/signals")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Taken ofEmail(@RequestHeader(name = Once.HEADER, required = false) @Nullable String key, HttpServletRequest request)
            throws IOException {
        byte[] body = Bodies.bytes(request, Bodies.LIMIT);
        JsonFields fields = bodies.json(body);
        LeadId lead = leadOf(fields);
        return once(fields, key, "/signals", body, (at, isDone) -> {
            if (!isDone) {
                noted(request, lead, fields, () -> signals.reportOfAddress(lead, fields, at));
            }
            return new Taken(lead);
        });
    }

    /** A stop waits for no note. A look at a mail is nothing that an operator does, and there are too many of them. */
    private void noted(HttpServletRequest request, LeadId lead, JsonFields fields, Runnable report) {
        String type = Signals.typeOf(fields);
        if (Signals.isStop(fields)) {
            report.run();
            auditor.noteIfPossible(request, Action.SIGNAL_TOLD, lead, type);
        } else {
            if (!Signals.isVisit(fields)) {
                auditor.note(request, Action.SIGNAL_TOLD, lead, type);
            }
            report.run();
        }
    }

    private Taken once(
            JsonFields fields, @Nullable String key, String target, byte[] body, Once.Request<Taken> request) {
        return key == null && Signals.isVisit(fields)
                ? once.entry("visit", target, body, request)
                : once.under(keyFor(fields, key), target, body, request);
    }

    /** A stop said twice is one stop, and must not wait for a look at keys that are out of reach. */
    private static @Nullable String keyFor(JsonFields fields, @Nullable String key) {
        return Signals.isStop(fields) ? null : key;
    }

    private LeadId leadOf(JsonFields fields) {
        String email = fields.text("email");
        fields.refuseIfWrong();
        if (email == null || email.isBlank()) {
            throw new BadRequest(
                    "email", "is missing; whose signal is it? Or send it to /api/v1/leads/{leadId}/signals");
        }
        return identity.ofEmail(email)
                .orElseThrow(() -> new BadRequest("email", "is not an address; write it as name@example.com"));
    }
}
