package dev.seventouch.intake.web;

import dev.seventouch.events.lead.LeadId;
import dev.seventouch.intake.audit.AuditTrail;
import dev.seventouch.intake.audit.AuditUnreachable;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Notes what an operator is about to do. */
@Component
public final class Auditor {
    private static final Logger log = LoggerFactory.getLogger(Auditor.class);

    private final AuditTrail trail;
    private final InstantSource clock;

    Auditor(AuditTrail trail, InstantSource clock) {
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * @param lead whose data it is; null if it is about many, or about nobody's
     * @param what it is done with, such as the id of a form; null if there is nothing to be told. Never a person's details
     * @throws AuditUnreachable if it can't be noted; the action must not be done then
     */
    public void note(
            HttpServletRequest request, AuditTrail.Action action, @Nullable LeadId lead, @Nullable String what) {
        Principal who = request.getUserPrincipal();
        trail.note(new AuditTrail.Entry(
                clock.instant(), who == null ? "nobody" : who.getName(), request.getRemoteAddr(), action, lead, what));
    }

    /** The same of what must be done whether or not it can be noted; then the log has it. */
    void noteIfPossible(HttpServletRequest request, AuditTrail.Action action, @Nullable LeadId lead, String what) {
        try {
            note(request, action, lead, what);
        } catch (AuditUnreachable e) {
            Principal who = request.getUserPrincipal();
            log.warn(
                    "lead={} {} {} by {} is not in the audit trail",
                    lead,
                    action,
                    what,
                    who == null ? "nobody" : who.getName(),
                    e);
        }
    }
}
