package dev.seventouch.engine.cadence;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a lead has come on a plan.
 *
 * @param started when the enrollment began
 * @param moved whether the lead came in from another cadence: then even its first touch keeps the hours
 * @param last the last place of the plan that is done with; null at the start. A season is beside the plan
 * @param lastAt the instant for which {@code last} was planned; at the start, the start
 * @param done by the key of a step, phase or season, the highest occurrence that is done with
 */
public record Progress(
        Instant started, @Nullable Boolean moved, @Nullable Place last, Instant lastAt, Map<String, Integer> done) {

    public Progress {
        done = done == null ? Map.of() : java.util.Collections.unmodifiableMap(new LinkedHashMap<>(done));
    }

    public static Progress from(Instant start) {
        return new Progress(start, null, null, start, Map.of());
    }

    public static Progress movedIn(Instant start) {
        return new Progress(start, true, null, start, Map.of());
    }

    public boolean hasMovedIn() {
        return Boolean.TRUE.equals(moved);
    }

    public boolean isDone(Place place) {
        return latest(place.key()) >= place.occurrence();
    }

    /** The highest occurrence that is done with; 0 for none. */
    public int latest(String key) {
        return done.getOrDefault(key, 0);
    }

    /** The plan goes on from {@code place}. */
    public Progress past(Place place, Instant plannedFor) {
        return new Progress(started, moved, place, plannedFor, with(place));
    }

    /** Something beside the plan, or behind {@link #last}, is done with. */
    public Progress beside(Place place) {
        return new Progress(started, moved, last, lastAt, with(place));
    }

    private Map<String, Integer> with(Place place) {
        Map<String, Integer> more = new LinkedHashMap<>(done);
        more.merge(place.key(), place.occurrence(), Math::max);
        return more;
    }
}
