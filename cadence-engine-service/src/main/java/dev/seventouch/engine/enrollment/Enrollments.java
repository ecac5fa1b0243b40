package dev.seventouch.engine.enrollment;

import dev.seventouch.events.lead.LeadId;
import java.util.Optional;

/** Where leads stand. */
@FunctionalInterface
public interface Enrollments {
    Optional<Enrollment> of(LeadId lead);
}
