package dev.seventouch.engine.stream;

import dev.seventouch.engine.enrollment.Enrollment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Where the leads of one partition stand, with the due index and the census that follow from it. */
final class Standings {
    private final KeyValueStore<String, Enrollment> enrollments;
    private final DueIndex due;
    private final Census census;

    Standings(KeyValueStore<String, Enrollment> enrollments, DueIndex due, Census census) {
        this.enrollments = enrollments;
        this.due = due;
        this.census = census;
    }

    /**
     * Sees to it that the due index is that of the enrollments.
     *
     * @param keeper counts those who have kept this partition, from 1
     */
    void takeOver(long keeper) {
        if (!due.isAsLeftBy(keeper - 1)) {
            due.clear();
            try (KeyValueIterator<String, Enrollment> all = enrollments.all()) {
                all.forEachRemaining(lead -> indexAnew(lead.key, lead.value));
            }
        }
        due.take();
    }

    void leave(long keeper) {
        due.leave(keeper);
    }

    @Nullable Enrollment of(String lead) {
        return enrollments.get(lead);
    }

    void move(String lead, @Nullable Enrollment before, Enrollment after) {
        enrollments.put(lead, after);
        due.move(lead, before == null ? Optional.empty() : before.wakeAt(), after.wakeAt());
        census.move(before, after);
    }

    void forget(String lead) {
        @Nullable Enrollment before = enrollments.delete(lead);
        if (before != null) {
            due.move(lead, before.wakeAt(), Optional.empty());
            census.move(before, null);
        }
    }

    /** Whether {@code lead} would ever be woken. */
    boolean isIndexed(String lead, Enrollment enrollment) {
        return enrollment.wakeAt().map(at -> due.contains(lead, at)).orElse(true);
    }

    void indexAnew(String lead, Enrollment enrollment) {
        due.move(lead, Optional.empty(), enrollment.wakeAt());
    }

    /** Leads from {@code from} on, at most {@code budget}. */
    List<KeyValue<String, Enrollment>> from(@Nullable String from, int budget) {
        List<KeyValue<String, Enrollment>> some = new ArrayList<>(budget);
        try (KeyValueIterator<String, Enrollment> entries = enrollments.range(from, null)) {
            while (some.size() < budget && entries.hasNext()) {
                some.add(entries.next());
            }
        }
        return some;
    }
}
