package dev.seventouch.engine.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The leads of one partition in the order in which they want to be woken. Walked from the least entry that can still be there,
 * not from the start: there lie the tombstones of all that was ever due. While nothing is due it is not looked at at all.
 *
 * <p>It is kept on disk, but not in the log: it follows from where the leads stand. Whoever takes a partition over has it built
 * anew, unless it is as its last keeper left it.
 */
final class DueIndex {
    private static final byte[] NOTHING = new byte[0];
    private static final Bytes START = key(0, "");
    /** Comes after all entries, and never to its turn. */
    private static final Bytes LEFT = key(Long.MAX_VALUE, "");

    private final KeyValueStore<Bytes, byte[]> store;

    /** No entry lies before it; null if there is none at all. */
    private @Nullable Bytes least = START;

    private @Nullable Bytes removed;

    DueIndex(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    /** Whether nothing has changed since {@link #leave}, and whoever keeps it is the next after that. */
    boolean isAsLeftBy(long keeper) {
        byte[] left = store.get(LEFT);
        return left != null && ByteBuffer.wrap(left).getLong() == keeper;
    }

    /** It will be taken over as it is, unless somebody else keeps the partition in between. */
    void leave(long keeper) {
        store.put(LEFT, ByteBuffer.allocate(Long.BYTES).putLong(keeper).array());
    }

    void take() {
        remove(LEFT);
    }

    void clear() {
        try (KeyValueIterator<Bytes, byte[]> entries = store.all()) {
            entries.forEachRemaining(entry -> remove(entry.key));
        }
    }

    /** A lead's wake-up moves. */
    void move(String lead, Optional<Instant> from, Optional<Instant> to) {
        if (from.equals(to)) {
            return;
        }
        from.ifPresent(instant -> {
            removed = key(instant.toEpochMilli(), lead);
            remove(removed);
        });
        to.ifPresent(instant -> {
            Bytes key = key(instant.toEpochMilli(), lead);
            store.put(key, NOTHING);
            notBefore(key);
        });
    }

    /** Not by {@code delete}, which reads what was there before. */
    private void remove(Bytes key) {
        store.put(key, null);
    }

    boolean contains(String lead, Instant at) {
        return store.get(key(at.toEpochMilli(), lead)) != null;
    }

    /**
     * Wakes the leads that want to be woken by {@code now}, the one that waits longest first.
     *
     * @param wake moves what it is given; returns whether to go on
     */
    void walk(Instant now, Predicate<Due> wake) {
        if (least == null || millis(least) > now.toEpochMilli()) {
            return;
        }
        try (KeyValueIterator<Bytes, byte[]> entries = store.range(least, null)) {
            least = null;
            boolean goesOn = true;
            while (entries.hasNext()) {
                Bytes key = entries.next().key;
                if (!goesOn || millis(key) > now.toEpochMilli()) {
                    notBefore(key);
                    return;
                }
                goesOn = wake.test(Due.of(key));
                if (!key.equals(removed)) {
                    notBefore(key);
                }
            }
        }
    }

    private void notBefore(Bytes key) {
        if (least == null || key.compareTo(least) < 0) {
            least = key;
        }
    }

    private static long millis(Bytes key) {
        return ByteBuffer.wrap(key.get()).getLong();
    }

    private static Bytes key(long millis, String lead) {
        byte[] name = lead.getBytes(UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(Long.BYTES + name.length)
                .putLong(millis)
                .put(name)
                .array());
    }

    record Due(Instant at, String lead) {
        private static Due of(Bytes entry) {
            ByteBuffer key = ByteBuffer.wrap(entry.get());
            Instant at = Instant.ofEpochMilli(key.getLong());
            return new Due(at, UTF_8.decode(key).toString());
        }
    }
}
