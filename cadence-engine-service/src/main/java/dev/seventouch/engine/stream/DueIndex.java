package dev.seventouch.engine.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The leads of one partition in the order in which they want to be woken. Walked from the least instant that can still be
 * there, not from the start: there lie the tombstones of all that was ever due.
 */
final class DueIndex {
    private static final byte[] NOTHING = new byte[0];

    private final KeyValueStore<Bytes, byte[]> store;
    private Instant lowerBound = Instant.EPOCH;

    DueIndex(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    /** A lead's wake-up moves. */
    void move(String lead, Optional<Instant> from, Optional<Instant> to) {
        if (from.equals(to)) {
            return;
        }
        from.ifPresent(instant -> store.delete(key(instant, lead)));
        to.ifPresent(instant -> {
            store.put(key(instant, lead), NOTHING);
            if (instant.isBefore(lowerBound)) {
                lowerBound = instant;
            }
        });
    }

    /** The leads that want to be woken by {@code now}, the one that waits longest first, at most {@code budget}. */
    List<Due> due(Instant now, int budget) {
        List<Due> due = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> entries =
                store.range(key(lowerBound.isBefore(now) ? lowerBound : now, ""), key(now.plusMillis(1), ""))) {
            while (entries.hasNext() && due.size() < budget) {
                due.add(Due.of(entries.next()));
            }
        }
        lowerBound = due.size() < budget
                ? min(now, lowerBoundAfter(due, now))
                : due.getLast().at();
        return due;
    }

    // What is due stays in the index until it is moved, so the bound may not pass the first of it.
    private static Instant lowerBoundAfter(List<Due> due, Instant now) {
        return due.isEmpty() ? now : due.getFirst().at();
    }

    private static Instant min(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Bytes key(Instant instant, String lead) {
        byte[] name = lead.getBytes(UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(Long.BYTES + name.length)
                .putLong(instant.toEpochMilli())
                .put(name)
                .array());
    }

    record Due(Instant at, String lead) {
        private static Due of(KeyValue<Bytes, byte[]> entry) {
            ByteBuffer key = ByteBuffer.wrap(entry.key.get());
            Instant at = Instant.ofEpochMilli(key.getLong());
            return new Due(at, UTF_8.decode(key).toString());
        }
    }
}
