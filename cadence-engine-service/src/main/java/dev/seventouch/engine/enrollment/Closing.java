package dev.seventouch.engine.enrollment;

import dev.seventouch.engine.cadence.Ending;
import dev.seventouch.engine.enrollment.Decision.Cause;
import dev.seventouch.events.touch.Medium;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** A medium is closed; the last one ends the enrollment. Of one that does not work any more the owner is asked to find another address. */
final class Closing {

    private static final int SOFT_BOUNCES = 5;

    private Closing() {}

    /** What was sent came back, or was refused, for now: so many in a row count as for good. */
    static void cameBack(Course course, Medium medium, Instant at) {
        if (course.history().knowsSoftBounce(medium, at)) {
            return; // told again
        }
        int inARow = course.history().softBounces(medium) + 1;
        course.decide(new Decision.CameBack(medium, inARow, at));
        if (inARow >= SOFT_BOUNCES) {
            die(course, medium, "what was sent came back again and again", at);
        }
    }

    /** The lead does not want to be reached so. */
    static void forbid(Course course, Set<Medium> media, String why) {
        if (!course.history().forbidden().containsAll(media)) {
            course.decide(new Decision.Closed(media, Cause.FORBIDDEN, why));
            endIfItWasTheLast(course);
        }
    }

    /** What is known of the lead does not work: nobody lives either where no letter arrives. */
    static void die(Course course, Medium medium, String why, Instant at) {
        Set<Medium> media = medium == Medium.POST ? EnumSet.of(Medium.POST, Medium.VISIT) : EnumSet.of(medium);
        if (course.history().dead().containsAll(media)) {
            return;
        }
        boolean isMissed = isMissed(course, medium);
        course.decide(new Decision.Closed(media, Cause.DEAD, why));
        if (isMissed) {
            ask(course, Errand.findAnotherAddress(medium, canBeCalled(course), at));
        }
        endIfItWasTheLast(course);
    }

    /** Whether somebody is to look for another address: not on behalf of whoever said no, or has not said yes. */
    private static boolean isMissed(Course course, Medium medium) {
        return !course.history().isClosed(medium)
                && switch (course.enrollment()) {
                    case Enrollment.Active _, Enrollment.Unplaced _ -> true;
                    case Enrollment.Unconfirmed _ -> false;
                    case Enrollment.Finished finished -> finished.ending() == Ending.READY_TO_BUY;
                };
    }

    private static boolean canBeCalled(Course course) {
        return Reach.of(course.enrollment().lead().contact()).contains(Medium.PHONE)
                && !course.history().isClosed(Medium.PHONE);
    }

    private static void ask(Course course, Touch.Planned errand) {
        if (!course.knows(errand)) {
            course.decide(new Decision.ErrandAdded(errand));
        }
    }

    private static void endIfItWasTheLast(Course course) {
        if (course.isActive()
                && course.history()
                        .closedForGood()
                        .containsAll(Reach.of(course.active().lead().contact()))) {
            FollowUp.finish(course, Ending.UNDELIVERABLE, course.now());
        }
    }
}
