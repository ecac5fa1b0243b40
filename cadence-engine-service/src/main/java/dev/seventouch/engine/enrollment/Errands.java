package dev.seventouch.engine.enrollment;

import static java.util.Objects.requireNonNull;

import dev.seventouch.engine.enrollment.Decision.Lane;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.outcome.TouchOutcome;
import dev.seventouch.events.touch.EnrollmentId;
import java.time.Duration;
import java.util.List;

/**
 * Sees to it that errands are taken: like every touch they are in flight until their outcome is known, and come again if none
 * does. What holds for leads (hours, gaps, caps) does not hold for their owners.
 *
 * @param patience how long an errand has for its outcome
 */
record Errands(Duration patience) {

    void send(Course course, Lead lead, EnrollmentId id, Touch.Planned errand) {
        if (errand.dueAt().isAfter(course.now())) {
            course.decide(new Decision.ErrandAdded(errand));
        } else {
            touch(course, lead, id, errand);
        }
    }

    void woken(Course course, Lead lead, EnrollmentId id, List<Touch> errands) {
        errands.stream()
                .filter(errand -> !errand.wakeAt().isAfter(course.now()))
                .forEach(errand -> touch(course, lead, id, Errand.again(errand, course.now())));
    }

    void answered(Course course, EnrollmentId id, List<Touch> errands, TouchOutcome outcome) {
        errands.stream()
                .filter(errand -> errand.place().idIn(id).equals(outcome.touch().id()))
                .findFirst()
                .ifPresent(errand -> {
                    switch (outcome) {
                        case TouchOutcome.Deferred deferred ->
                            course.decide(new Decision.ErrandAdded(Errand.again(errand, deferred.until())));
                        case TouchOutcome.HandedOver _,
                                TouchOutcome.Completed _,
                                TouchOutcome.Failed _,
                                TouchOutcome.Skipped _ -> course.decide(new Decision.ErrandDone(errand.place()));
                    }
                });
    }

    private void touch(Course course, Lead lead, EnrollmentId id, Touch.Planned errand) {
        Picked picked = requireNonNull(errand.picked(), "an errand is settled from the start");
        course.touch(lead, id, errand, picked, course.now().plus(patience), Lane.FIRST);
    }
}
