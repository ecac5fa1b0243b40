package dev.seventouch.events.wire;

import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Reads the events of one topic and never throws on what it can't read; null stays the tombstone it is. */
public record EventDeserializer<V>(Topic<V> topic) implements Deserializer<Decoded<V>> {

    @Override
    public @Nullable Decoded<V> deserialize(String name, byte @Nullable [] json) {
        return json == null ? null : topic.decode(json);
    }
}
