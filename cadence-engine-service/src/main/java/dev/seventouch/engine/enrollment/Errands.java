package dev.seventouch.engine.enrollment;

import static java.util.Objects.requireNonNull;

import dev.seventouch.engine.cadence.Place;
import dev.seventouch.engine.enrollment.Decision.Lane;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.outcome.TouchOutcome;
import dev.seventouch.events.touch.EnrollmentId;
import java.time.Duration;
import java.util.Optional;

/**
 * Sees to it that errands are taken: like every touch they are in flight until their outcome is known, and come again if none
 * does. What holds for leads (hours, gaps, caps) does not hold for their owners.
 *
 * @param patience how long an errand has for its outcome
 */
record Errands(Duration patience) {

    static boolean isOne(TouchOutcome outcome) {
        return outcome.touch()
                .enrollment()
                .equals(EnrollmentId.ofErrands(outcome.touch().lead()));
    }

    void woken(Course course, Enrollment enrollment) {
        for (Touch errand : enrollment.errands()) {
            if (!errand.wakeAt().isAfter(course.now())) {
                touch(course, enrollment.lead(), Errand.again(errand, course.now()));
            }
        }
    }

    /**
     * An errand that is not known here was added by an engine that knew more: that it was seen to is remembered, so that it is
     * not added again.
     */
    void answered(Course course, TouchOutcome outcome) {
        Place place = new Place(outcome.touch().step(), outcome.touch().occurrence());
        Optional<Touch> open = course.enrollment().errands().stream()
                .filter(errand -> errand.place().equals(place))
                .findFirst();
        if (outcome instanceof TouchOutcome.Deferred deferred) {
            open.ifPresent(errand -> course.decide(new Decision.ErrandAdded(Errand.again(errand, deferred.until()))));
        } else if (open.isPresent() || !course.history().hasSeenTo(place)) {
            course.decide(new Decision.ErrandDone(place));
        }
    }

    private void touch(Course course, Lead lead, Touch.Planned errand) {
        Picked picked = requireNonNull(errand.picked(), "an errand is settled from the start");
        course.touch(
                lead,
                EnrollmentId.ofErrands(lead.id()),
                null,
                errand,
                picked,
                course.now().plus(patience),
                Lane.FIRST);
    }
}
