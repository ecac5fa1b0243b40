package dev.seventouch.engine.enrollment;

import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.engine.cadence.Cadence.Following;
import dev.seventouch.engine.enrollment.Enrollment.Active;
import dev.seventouch.engine.policy.Opportunity;
import dev.seventouch.engine.policy.Opportunity.Slot;
import dev.seventouch.engine.policy.Spread;
import java.time.Duration;
import java.time.Instant;

/**
 * From one version of a plan to a later one. Whoever waits for something that is still there goes on waiting for it, at its new
 * time; whoever waits for something that is gone goes on with what follows. Nothing that was done is done again, and what would
 * be late by the new plan comes spread over days.
 */
final class Migration {
    private static final Duration SPREAD = Duration.ofDays(7);

    private Migration() {}

    static void to(Cadence cadence, Course course) {
        Touch next = course.active().next();
        course.decide(new Decision.Migrated(cadence.ref()));
        if (next instanceof Touch.Planned planned
                && planned.picked() == null
                && !Planner.isFirst(course.active(), cadence, planned.place())) {
            plan(course, cadence, planned);
        }
    }

    private static void plan(Course course, Cadence cadence, Touch.Planned before) {
        Active active = course.active();
        Agenda agenda = Agenda.of(active, cadence);
        boolean isStillThere = cadence.turn(before.place()).isPresent();
        if (isStillThere && cadence.isBesideThePlan(before.place())) {
            return;
        }
        Following following = isStillThere ? agenda.at(before.place()) : agenda.following();
        if (following.place().equals(before.place())
                && following.notBefore().equals(before.notBefore())
                && agenda.accepts(before)) {
            return;
        }
        Instant notBefore = following.notBefore().isAfter(course.now())
                ? following.notBefore()
                : spread(course.now(), before, active);
        Opportunity opportunity = agenda.slot(following.place(), agenda.dayOf(notBefore), notBefore);
        if (opportunity instanceof Slot slot) {
            course.decide(new Decision.Planned(new Touch.Planned(
                    following.place(), 1, following.notBefore(), slot.at(), slot.until(), slot.why(), null, null)));
        }
    }

    private static Instant spread(Instant now, Touch.Planned before, Active active) {
        Instant latest = Instants.earlier(before.dueAt(), now.plus(SPREAD));
        return latest.isAfter(now)
                ? Spread.within(now, latest, before.place().idIn(active.id()).value())
                : now;
    }
}
