package dev.seventouch.engine.enrollment;

import dev.seventouch.engine.cadence.Ending;
import dev.seventouch.engine.enrollment.Decision.Cause;
import dev.seventouch.events.touch.Medium;
import java.time.Instant;
import java.util.Set;

/** A medium is closed; the last one ends the enrollment. */
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
            close(course, Set.of(medium), Cause.DEAD, "what was sent came back again and again");
        }
    }

    static void close(Course course, Set<Medium> media, Cause cause, String why) {
        if (media.isEmpty() || isClosed(course.history(), media, cause)) {
            return;
        }
        course.decide(new Decision.Closed(media, cause, why));
        if (course.isActive()
                && course.history()
                        .closedForGood()
                        .containsAll(Reach.of(course.active().lead().contact()))) {
            FollowUp.finish(course, Ending.UNDELIVERABLE, course.now());
        }
    }

    private static boolean isClosed(History history, Set<Medium> media, Cause cause) {
        return switch (cause) {
            case FORBIDDEN -> history.forbidden().containsAll(media);
            case DEAD -> history.dead().containsAll(media);
        };
    }
}
