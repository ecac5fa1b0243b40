package dev.seventouch.intake.web;

import dev.seventouch.events.lead.LeadId;
import dev.seventouch.intake.body.JsonFields;
import dev.seventouch.intake.lead.Identity;
import dev.seventouch.intake.signal.Signals;
import dev.seventouch.service.web.BadRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
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

    SignalController(Bodies bodies, Identity identity, Signals signals) {
        this.bodies = bodies;
        this.identity = identity;
        this.signals = signals;
    }

    record Taken(LeadId leadId) {}

    @PostMapping("/leads/{leadId}/signals")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Taken ofLead(@PathVariable String leadId, HttpServletRequest request) throws IOException {
        LeadId lead = LeadIds.read(leadId);
        signals.report(lead, bodies.json(request));
        return new Taken(lead);
    }

    @PostMapping("/signals")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Taken ofEmail(HttpServletRequest request) throws IOException {
        JsonFields fields = bodies.json(request);
        String email = fields.text("email");
        fields.refuseIfWrong();
        if (email == null || email.isBlank()) {
            throw new BadRequest(
                    "email", "is missing; whose signal is it? Or send it to /api/v1/leads/{leadId}/signals");
        }
        LeadId lead = identity.ofEmail(email)
                .orElseThrow(() -> new BadRequest("email", "is not an address; write it as name@example.com"));
        signals.reportOfAddress(lead, fields);
        return new Taken(lead);
    }
}
