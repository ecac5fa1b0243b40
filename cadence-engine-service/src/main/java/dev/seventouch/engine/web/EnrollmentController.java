package dev.seventouch.engine.web;

import dev.seventouch.engine.cadence.CadenceRef;
import dev.seventouch.engine.enrollment.Ending;
import dev.seventouch.engine.enrollment.Enrollment;
import dev.seventouch.engine.enrollment.Enrollments;
import dev.seventouch.engine.enrollment.NotYet;
import dev.seventouch.engine.enrollment.Touch;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.service.web.BadRequest;
import dev.seventouch.service.web.NotFound;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Where a lead stands, and what comes next and why. */
@RestController
class EnrollmentController {
    private final Enrollments enrollments;

    EnrollmentController(Enrollments enrollments) {
        this.enrollments = enrollments;
    }

    /** @param inFlight whether it has gone out and its outcome is not known yet */
    record Next(
            String step,
            int occurrence,
            Instant at,
            @Nullable String why,
            boolean inFlight) {

        static Next of(Touch touch) {
            return switch (touch) {
                case Touch.Planned planned ->
                    new Next(
                            planned.place().key(), planned.place().occurrence(), planned.dueAt(), planned.why(), false);
                case Touch.InFlight flown ->
                    new Next(flown.place().key(), flown.place().occurrence(), flown.dueAt(), null, true);
            };
        }
    }

    record Standing(
            LeadId leadId,
            String state,
            @Nullable String enrollment,
            @Nullable CadenceRef cadence,
            @Nullable Instant startedAt,
            @Nullable Next next,
            @Nullable Instant heldUntil,
            @Nullable Ending ending,
            @Nullable Instant endedAt,
            Set<String> had) {

        static Standing of(Enrollment enrollment) {
            LeadId lead = enrollment.lead().id();
            return switch (enrollment) {
                case Enrollment.Unplaced _ ->
                    new Standing(lead, "unplaced", null, null, null, null, null, null, null, Set.of());
                case Enrollment.Active active ->
                    new Standing(
                            lead,
                            "active",
                            active.id().value(),
                            active.cadence(),
                            active.startedAt(),
                            Next.of(active.next()),
                            active.heldUntil(),
                            null,
                            null,
                            active.history().had());
                case Enrollment.Finished finished ->
                    new Standing(
                            lead,
                            "finished",
                            finished.id().value(),
                            null,
                            null,
                            null,
                            null,
                            finished.ending(),
                            finished.at(),
                            finished.history().had());
            };
        }
    }

    @GetMapping("/api/v1/enrollments/{leadId}")
    Standing standing(@PathVariable String leadId) {
        LeadId lead;
        try {
            lead = new LeadId(leadId);
        } catch (IllegalArgumentException e) {
            throw new BadRequest("leadId", String.valueOf(e.getMessage()));
        }
        return enrollments
                .of(lead)
                .map(Standing::of)
                .orElseThrow(() -> new NotFound("No lead " + lead + " is followed up."));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notYet(NotYet notYet) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, notYet.getMessage() + ".");
        return ResponseEntity.status(problem.getStatus())
                .header(HttpHeaders.RETRY_AFTER, "2")
                .body(problem);
    }
}
