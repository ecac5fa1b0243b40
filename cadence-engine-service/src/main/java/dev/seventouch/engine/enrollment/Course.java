package dev.seventouch.engine.enrollment;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A deliberation: decisions as they are made, and the enrollment as it stands after each. */
final class Course {
    private final List<Decision> decisions = new ArrayList<>();
    private @Nullable Enrollment enrollment;

    Course(@Nullable Enrollment enrollment) {
        this.enrollment = enrollment;
    }

    void decide(Decision decision) {
        enrollment = Evolution.apply(enrollment, decision);
        decisions.add(decision);
    }

    Enrollment.Active active() {
        return (Enrollment.Active) requireNonNull(enrollment);
    }

    @Nullable Enrollment enrollment() {
        return enrollment;
    }

    List<Decision> decisions() {
        return List.copyOf(decisions);
    }
}
