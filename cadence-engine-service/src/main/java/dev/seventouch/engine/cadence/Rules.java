package dev.seventouch.engine.cadence;

import dev.seventouch.engine.policy.ContactTime;
import dev.seventouch.engine.policy.Limits;

/** What holds for every touch of a cadence. */
public record Rules(ContactTime time, Limits limits, Release release, Waits waits, Scoring scoring) {

    public static Rules of(ContactTime time, Limits limits) {
        return new Rules(time, limits, Release.AT_ONCE, Waits.USUAL, Scoring.USUAL);
    }
}
