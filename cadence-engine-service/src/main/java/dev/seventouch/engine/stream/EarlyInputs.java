package dev.seventouch.engine.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seventouch.engine.enrollment.Input;
import dev.seventouch.events.wire.Decoded;
import dev.seventouch.events.wire.Topic;
import dev.seventouch.events.wire.Topics;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * What was heard of leads before their capture: topics have no order among each other, and one that is compacted has lost
 * first captures when it is read again years later. It is told as soon as the capture comes, and forgotten after a while if
 * none does.
 */
final class EarlyInputs {
    private static final int MOST_OF_ONE_LEAD = 1_000;
    private static final byte SIGNAL = 1;
    private static final byte OUTCOME = 2;
    // After the separator, so that a range from one to the other is one lead's.
    private static final byte BETWEEN = '/';
    private static final byte AFTER = '0';

    private final KeyValueStore<Bytes, byte[]> store;

    /** Where {@link #forget} goes on; null at the start. */
    private @Nullable Bytes next;

    EarlyInputs(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    void park(String lead, Topic<?> topic, byte[] raw, long wallMillis) {
        int parked = 0;
        try (KeyValueIterator<Bytes, byte[]> entries = store.range(key(lead, BETWEEN), key(lead, AFTER))) {
            while (entries.hasNext()) {
                entries.next();
                parked++;
            }
        }
        if (parked < MOST_OF_ONE_LEAD) {
            store.put(
                    key(lead, parked),
                    ByteBuffer.allocate(1 + Long.BYTES + raw.length)
                            .put(topic == Topics.SIGNALS ? SIGNAL : OUTCOME)
                            .putLong(wallMillis)
                            .put(raw)
                            .array());
        }
    }

    /** What was heard of {@code lead}, in the order in which it was heard; it is not kept any longer. */
    List<Input> take(String lead) {
        List<Bytes> keys = new ArrayList<>();
        List<Input> inputs = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> entries = store.range(key(lead, BETWEEN), key(lead, AFTER))) {
            while (entries.hasNext()) {
                KeyValue<Bytes, byte[]> entry = entries.next();
                keys.add(entry.key);
                ByteBuffer value = ByteBuffer.wrap(entry.value);
                byte topic = value.get();
                value.getLong();
                byte[] raw = new byte[value.remaining()];
                value.get(raw);
                read(topic, raw, inputs);
            }
        }
        keys.forEach(store::delete);
        return inputs;
    }

    private static void read(byte topic, byte[] raw, List<Input> inputs) {
        if (topic == SIGNAL) {
            read(Topics.SIGNALS, raw, Input.Signalled::new, inputs);
        } else {
            read(Topics.OUTCOMES, raw, Input.Answered::new, inputs);
        }
    }

    // It was read when it was parked; what this version can't read any more is passed over.
    private static <V> void read(Topic<V> topic, byte[] raw, Function<V, Input> input, List<Input> inputs) {
        if (topic.decode(raw) instanceof Decoded.Readable<V>(var event)) {
            inputs.add(input.apply(event));
        }
    }

    /** Forgets what was heard before {@code wallMillis}, of the next {@code budget} entries; round and round through all. */
    void forget(long wallMillis, int budget) {
        List<Bytes> old = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> entries = store.range(next, null)) {
            for (int i = 0; i < budget && entries.hasNext(); i++) {
                KeyValue<Bytes, byte[]> entry = entries.next();
                if (ByteBuffer.wrap(entry.value).getLong(1) < wallMillis) {
                    old.add(entry.key);
                }
            }
            next = entries.hasNext() ? entries.peekNextKey() : null;
        }
        old.forEach(store::delete);
    }

    private static Bytes key(String lead, byte end) {
        byte[] name = lead.getBytes(UTF_8);
        return Bytes.wrap(
                ByteBuffer.allocate(name.length + 1).put(name).put(end).array());
    }

    private static Bytes key(String lead, int number) {
        byte[] name = lead.getBytes(UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(name.length + 1 + Integer.BYTES)
                .put(name)
                .put(BETWEEN)
                .putInt(number)
                .array());
    }
}
