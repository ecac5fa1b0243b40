package dev.seventouch.engine.enrollment;

import dev.seventouch.engine.cadence.CadenceRef;
import dev.seventouch.engine.cadence.Place;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.touch.EnrollmentId;
import dev.seventouch.events.touch.Medium;
import dev.seventouch.events.touch.TouchEvent;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was decided about one lead. All that changes, changes by one of these. */
public sealed interface Decision {

    /** No cadence takes the lead yet; look again later. */
    record LeftUnplaced(Lead lead, Instant capturedAt, Instant retryAt) implements Decision {}

    record Started(Lead lead, EnrollmentId id, CadenceRef cadence, Instant at, Touch.Planned first)
            implements Decision {}

    record Learned(Lead lead) implements Decision {}

    /** This is the next touch of the plan now. */
    record Planned(Touch.Planned next) implements Decision {}

    /** The touch goes out now. */
    record Touched(Touch.InFlight touch, TouchEvent.Due due, Lane lane) implements Decision {}

    /** The step does not come to this lead. */
    record Skipped(Place place, String why) implements Decision {}

    /** A touch beside the plan, for the lead's owner. */
    record ErrandAdded(Touch.Planned errand) implements Decision {}

    record ErrandDone(Place place) implements Decision {}

    /** @param content what the lead has had, by key */
    record Reached(@Nullable String content, Instant at) implements Decision {}

    record Closed(Set<Medium> media, String why) implements Decision {}

    /** @param until null: the plan goes on */
    record Held(@Nullable Instant until, String why) implements Decision {}

    record Finished(Ending ending, Instant at) implements Decision {}

    /** Which lane a touch goes out on. */
    enum Lane {
        /** First touches and alerts: they never wait behind a bulk run. */
        FIRST,
        PLAN
    }
}
