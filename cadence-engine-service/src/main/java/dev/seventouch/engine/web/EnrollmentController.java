package dev.seventouch.engine.web;

import dev.seventouch.engine.enrollment.Enrollments;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.service.web.BadRequest;
import dev.seventouch.service.web.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Where a lead stands, and what comes next and why; whichever instance is asked. */
@RestController
class EnrollmentController {
    private final Enrollments enrollments;
    private final Standing.Teller teller;
    private final Neighbours neighbours;

    EnrollmentController(Enrollments enrollments, Standing.Teller teller, Neighbours neighbours) {
        this.enrollments = enrollments;
        this.teller = teller;
        this.neighbours = neighbours;
    }

    @GetMapping("/api/v1/enrollments/{leadId}")
    Standing standing(@PathVariable String leadId, HttpServletRequest request) {
        LeadId lead = lead(leadId);
        return switch (enrollments.find(lead)) {
            case Enrollments.Found.Here(var enrollment) -> teller.tell(enrollment);
            case Enrollments.Found.Elsewhere(var instance) ->
                neighbours
                        .get(instance, "/api/v1/enrollments/" + lead, request, Standing.class)
                        .orElseThrow(() -> nobody(lead));
            case Enrollments.Found.Nobody() -> throw nobody(lead);
        };
    }

    private static LeadId lead(String leadId) {
        try {
            return new LeadId(leadId);
        } catch (IllegalArgumentException e) {
            throw new BadRequest("leadId", String.valueOf(e.getMessage()));
        }
    }

    private static NotFound nobody(LeadId lead) {
        return new NotFound("No lead " + lead + " is followed up.");
    }
}
