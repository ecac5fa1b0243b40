package dev.seventouch.engine.enrollment;

import static java.util.Objects.requireNonNull;

import dev.seventouch.engine.enrollment.Decision.Lane;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.outcome.TouchOutcome;
import java.time.Duration;
import java.util.List;

/**
 * Sees to it that errands are taken: like every touch they are in flight until their outcome is known, and come again if none
 * does. What holds for leads (hours, gaps, caps) does not hold for their owners.
 *
 * @param patience how long an errand has for its outcome
 */
record Errands(Duration patience) {

    static boolean isOne(TouchOutcome outcome, LeadId lead) {
        return outcome.touch().enrollment().equals(Errand.of(lead));
    }

    void woken(Course course, Lead lead, List<Touch> errands) {
        for (Touch errand : errands) {
            if (!errand.wakeAt().isAfter(course.now())) {
                touch(course, lead, Errand.again(errand, course.now()));
            }
        }
    }

    void answered(Course course, LeadId lead, List<Touch> errands, TouchOutcome outcome) {
        errands.stream()
                .filter(errand -> errand.place()
                        .idIn(Errand.of(lead))
                        .equals(outcome.touch().id()))
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

    private void touch(Course course, Lead lead, Touch.Planned errand) {
        Picked picked = requireNonNull(errand.picked(), "an errand is settled from the start");
        course.touch(
                lead, Errand.of(lead.id()), null, errand, picked, course.now().plus(patience), Lane.FIRST);
    }
}
