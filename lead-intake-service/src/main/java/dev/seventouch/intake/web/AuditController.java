package dev.seventouch.intake.web;

import dev.seventouch.intake.audit.AuditTrail;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who did what with people's data, newest first. */
@RestController
@RequestMapping("/api/v1/audit")
final class AuditController {
    private static final int MOST_SHOWN = 200;

    private final AuditTrail trail;

    AuditController(AuditTrail trail) {
        this.trail = trail;
    }

    record Listed(List<AuditTrail.Entry> entries) {}

    @GetMapping
    Listed newest(@RequestParam(required = false) @Nullable String leadId) {
        return new Listed(trail.newest(leadId == null ? null : LeadIds.read(leadId), MOST_SHOWN));
    }
}
