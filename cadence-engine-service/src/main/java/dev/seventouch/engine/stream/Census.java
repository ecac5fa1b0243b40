package dev.seventouch.engine.stream;

import dev.seventouch.engine.cadence.CadenceRef;
import dev.seventouch.engine.enrollment.Enrollment;
import dev.seventouch.engine.enrollment.Enrollments;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** How many leads of one partition wait at each place of each plan: what a change of plan concerns is known without a walk. */
final class Census {
    private static final char BETWEEN = '|';

    private final KeyValueStore<String, Long> store;

    Census(KeyValueStore<String, Long> store) {
        this.store = store;
    }

    void move(@Nullable Enrollment before, @Nullable Enrollment after) {
        Optional<String> from = keyOf(before);
        Optional<String> to = keyOf(after);
        if (!from.equals(to)) {
            from.ifPresent(key -> add(key, -1));
            to.ifPresent(key -> add(key, 1));
        }
    }

    private void add(String key, long more) {
        @Nullable Long count = store.get(key);
        long counted = (count == null ? 0 : count) + more;
        if (counted == 0) {
            store.delete(key);
        } else {
            store.put(key, counted);
        }
    }

    private static Optional<String> keyOf(@Nullable Enrollment enrollment) {
        return enrollment instanceof Enrollment.Active active
                ? Optional.of(active.cadence().toString()
                        + BETWEEN
                        + active.next().place().key())
                : Optional.empty();
    }

    /** What is counted under a key of the store. */
    static Enrollments.Waiting read(String key, long leads) {
        int at = key.lastIndexOf('@', key.indexOf(BETWEEN));
        int between = key.indexOf(BETWEEN);
        return new Enrollments.Waiting(
                new CadenceRef(key.substring(0, at), Integer.parseInt(key.substring(at + 1, between))),
                key.substring(between + 1),
                leads);
    }
}
