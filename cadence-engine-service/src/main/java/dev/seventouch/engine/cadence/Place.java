package dev.seventouch.engine.cadence;

import dev.seventouch.events.touch.EnrollmentId;
import dev.seventouch.events.touch.TouchId;

/**
 * A place in a plan: a step, or one time that a phase comes round.
 *
 * @param key of the step or the phase
 * @param occurrence 1 for a step; counts from 1 for a phase; for an errand, what tells it from the one before
 */
public record Place(String key, int occurrence) {

    public static Place of(String step) {
        return new Place(step, 1);
    }

    /** The id of the touch at this place of an enrollment's way. */
    public TouchId idIn(EnrollmentId enrollment) {
        return TouchId.of(enrollment, key, occurrence);
    }

    @Override
    public String toString() {
        return occurrence == 1 ? key : key + "/" + occurrence;
    }
}
