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
 * there, not from the start: there lie the tombstones of all that was ever due. While nothing is due it is not looked at at all.
 */
final class DueIndex {
    private static final byte[] NOTHING = new byte[0];

    private final KeyValueStore<Bytes, byte[]> store;

    /** Nothing is due before it: it is where a walk begins, and until then none does. */
    private long earliest;

    DueIndex(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    /** A lead's wake-up moves. */
    void move(String lead, Optional<Instant> from, Optional<Instant> to) {
        if (from.equals(to)) {
            return;
        }
        from.ifPresent(instant -> store.delete(key(instant.toEpochMilli(), lead)));
        to.ifPresent(instant -> {
            store.put(key(instant.toEpochMilli(), lead), NOTHING);
            earliest = Math.min(earliest, instant.toEpochMilli());
        });
    }

    boolean contains(String lead, Instant at) {
        return store.get(key(at.toEpochMilli(), lead)) != null;
    }

    /** The leads that want to be woken by {@code now}, the one that waits longest first, at most {@code budget}. */
    List<Due> due(Instant now, int budget) {
        List<Due> due = new ArrayList<>();
        if (now.toEpochMilli() < earliest) {
            return due;
        }
        try (KeyValueIterator<Bytes, byte[]> entries = store.range(key(earliest, ""), null)) {
            earliest = Long.MAX_VALUE;
            while (entries.hasNext()) {
                Due entry = Due.of(entries.next());
                // What is due stays in the index until it is moved, so the next walk begins at the first that was seen.
                earliest = Math.min(earliest, entry.at().toEpochMilli());
                if (entry.at().isAfter(now) || due.size() == budget) {
                    break;
                }
                due.add(entry);
            }
        }
        return due;
    }

    private static Bytes key(long millis, String lead) {
        byte[] name = lead.getBytes(UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(Long.BYTES + name.length)
                .putLong(millis)
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
