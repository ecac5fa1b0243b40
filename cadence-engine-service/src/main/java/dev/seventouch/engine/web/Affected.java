package dev.seventouch.engine.web;

import dev.seventouch.engine.enrollment.Enrollments;
import dev.seventouch.engine.enrollment.Touch;
import dev.seventouch.events.lead.LeadId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whom a new version of a cadence would concern.
 *
 * @param version the version to be
 * @param enrolled how many leads are on earlier versions
 * @param waiting at which places they wait
 * @param examples some of them, and what their next touch would become
 */
record Affected(String id, int version, long enrolled, List<Waiting> waiting, List<Example> examples) {
    private static final int MOST_EXAMPLES = 50;

    /** @param version the version they are on */
    record Waiting(int version, String step, long leads) {}

    record Example(LeadId lead, int version, Coming next, Coming becomes) {}

    record Coming(String step, int occurrence, Instant at) {

        static Coming of(Touch touch) {
            return new Coming(touch.place().key(), touch.place().occurrence(), touch.dueAt());
        }
    }

    static Affected of(String id, int version, List<Enrollments.Waiting> waiting, List<Example> examples) {
        List<Waiting> earlier = waiting.stream()
                .filter(some -> some.cadence().version() < version)
                .map(some -> new Waiting(some.cadence().version(), some.step(), some.leads()))
                .toList();
        return new Affected(id, version, count(earlier), earlier, examples);
    }

    /** With what another instance knows. */
    Affected and(Affected other) {
        Map<String, Waiting> all = new TreeMap<>();
        for (List<Waiting> some : List.of(waiting, other.waiting)) {
            some.forEach(one -> all.merge(
                    one.version() + "|" + one.step(),
                    one,
                    (mine, theirs) -> new Waiting(mine.version(), mine.step(), mine.leads() + theirs.leads())));
        }
        List<Example> some = new ArrayList<>(examples);
        some.addAll(other.examples);
        return new Affected(
                id,
                version,
                enrolled + other.enrolled,
                List.copyOf(all.values()),
                List.copyOf(some.subList(0, Math.min(some.size(), MOST_EXAMPLES))));
    }

    private static long count(List<Waiting> waiting) {
        return waiting.stream().mapToLong(Waiting::leads).sum();
    }
}
