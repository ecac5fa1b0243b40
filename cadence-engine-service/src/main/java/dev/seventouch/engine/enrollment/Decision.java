package dev.seventouch.engine.enrollment;

import dev.seventouch.engine.cadence.CadenceRef;
import dev.seventouch.engine.cadence.Ending;
import dev.seventouch.engine.cadence.Place;
import dev.seventouch.engine.cadence.Progress;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.touch.EnrollmentId;
import dev.seventouch.events.touch.Medium;
import dev.seventouch.events.touch.TouchEvent;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was decided about one lead. All that changes, changes by one of these. */
public sealed interface Decision {

    /** No cadence takes the lead yet; look again later. */
    record LeftUnplaced(LeadEvent.Captured captured, Instant retryAt) implements Decision {}

    /** The lead has to confirm first. */
    record AskedToConfirm(Lead lead, EnrollmentId id, CadenceRef cadence, Touch.Planned request, Instant until)
            implements Decision {}

    /** @param progress none yet, but from when on it counts */
    record Started(Lead lead, EnrollmentId id, CadenceRef cadence, Progress progress, Touch.Planned first)
            implements Decision {}

    /** The plan goes on by another version. */
    record Migrated(CadenceRef cadence) implements Decision {}

    /** @param revived the media of which another address is known now */
    record Learned(Lead lead, Set<Medium> revived) implements Decision {}

    /** This is the next touch now. */
    record Planned(Touch.Planned next) implements Decision {}

    /** The touch goes out now. */
    record Touched(Touch.InFlight touch, TouchEvent.Due due, Lane lane) implements Decision {}

    /** A place of the plan does not come to this lead. */
    record Skipped(Place place, String why, Progress progress) implements Decision {}

    /** What became of a touch is known, and the plan can go on from it. */
    record Done(Place place, Progress progress) implements Decision {}

    /** What became of a touch, for whoever asks how the lead was followed up. */
    record Recorded(Past touch) implements Decision {}

    /** What a person noted who did a step. */
    record Noted(String step, String answer) implements Decision {}

    /** A touch beside the plan, for the lead's owner. */
    record ErrandAdded(Touch.Planned errand) implements Decision {}

    record ErrandDone(Place place) implements Decision {}

    /**
     * @param by the touch or conversation; it counts once, as of when it is last known to have reached the lead
     * @param content what the lead has had, by key
     */
    record Reached(String by, @Nullable String content, Instant at) implements Decision {}

    record Closed(Set<Medium> media, Cause cause, String why) implements Decision {}

    /** Something came back for now, the last time at {@code last}. */
    record CameBack(Medium medium, int inARow, Instant last) implements Decision {}

    record Wished(Wishes wishes) implements Decision {}

    record Interested(Interest interest) implements Decision {}

    /** @param until null: the plan goes on */
    record Held(@Nullable Instant until, String why) implements Decision {}

    record Finished(Ending ending, Instant at) implements Decision {}

    /** Which lane a touch goes out on. */
    enum Lane {
        /** First touches and alerts: they never wait behind a bulk run. */
        FIRST,
        PLAN
    }

    /** Why a medium is closed. */
    enum Cause {
        /** The lead said so: for ever. */
        FORBIDDEN,
        /** What is known does not work: until something else is known. */
        DEAD
    }
}
