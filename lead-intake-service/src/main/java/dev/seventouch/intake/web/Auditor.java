package dev.seventouch.intake.web;

import dev.seventouch.events.lead.LeadId;
import dev.seventouch.intake.audit.AuditTrail;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Notes what an operator is about to do. */
@Component
final class Auditor {
    private final AuditTrail trail;
    private final InstantSource clock;

    Auditor(AuditTrail trail, InstantSource clock) {
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * @param lead whose data it is; null if it is about many
     * @throws dev.seventouch.intake.audit.AuditUnreachable if it can't be noted; the action must not be done then
     */
    void note(HttpServletRequest request, AuditTrail.Action action, @Nullable LeadId lead) {
        Principal who = request.getUserPrincipal();
        trail.note(new AuditTrail.Entry(
                clock.instant(), who == null ? "nobody" : who.getName(), request.getRemoteAddr(), action, lead));
    }
}
