package dev.seventouch.engine.enrollment;

import static java.util.Objects.requireNonNull;

import dev.seventouch.engine.enrollment.Decision.Lane;
import dev.seventouch.engine.enrollment.Enrollment.Active;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.touch.EnrollmentId;
import dev.seventouch.events.touch.TouchEvent;
import dev.seventouch.events.touch.TouchRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A deliberation about one lead as of one instant: decisions as they are made, and the enrollment as it stands after each. */
final class Course {
    private final Instant now;
    private final List<Decision> decisions = new ArrayList<>(4);
    private @Nullable Enrollment enrollment;

    Course(@Nullable Enrollment enrollment, Instant now) {
        this.enrollment = enrollment;
        this.now = now;
    }

    void decide(Decision decision) {
        enrollment = Evolution.apply(enrollment, decision);
        decisions.add(decision);
    }

    /**
     * The touch goes out now.
     *
     * @param version of the cadence it is of; null for a touch beside the plan
     */
    void touch(
            Lead lead,
            EnrollmentId id,
            @Nullable Integer version,
            Touch.Planned planned,
            Picked picked,
            Instant expiresAt,
            Lane lane) {
        TouchRef touch = TouchRef.of(
                lead.id(),
                id,
                planned.place().key(),
                planned.place().occurrence(),
                picked.channel(),
                picked.content().key(),
                version,
                planned.dueAt());
        TouchEvent.Due due = new TouchEvent.Due(
                touch,
                planned.attempt(),
                picked.to(),
                picked.content(),
                picked.reason(),
                lead,
                planned.dueAt(),
                expiresAt);
        decide(new Decision.Touched(
                new Touch.InFlight(planned.place(), planned.attempt(), planned.dueAt(), expiresAt, picked), due, lane));
    }

    Instant now() {
        return now;
    }

    /** Where the lead stands by now, which it does once anything has been decided. */
    Enrollment enrollment() {
        return requireNonNull(enrollment);
    }

    /** Null for a lead that is not known. */
    @Nullable Enrollment enrollmentIfAny() {
        return enrollment;
    }

    boolean isActive() {
        return enrollment instanceof Active;
    }

    Active active() {
        return (Active) requireNonNull(enrollment);
    }

    History history() {
        return enrollment == null ? History.NONE : enrollment.history();
    }

    /** Whether the owner has this errand, or has seen to it. */
    boolean knows(Touch errand) {
        return history().hasSeenTo(errand.place())
                || enrollment().errands().stream().anyMatch(one -> one.place().equals(errand.place()));
    }

    List<Decision> decisions() {
        return List.copyOf(decisions);
    }
}
