package dev.seventouch.events.wire;

import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Writes the events of one topic; null is a tombstone. */
public record EventSerializer<V>(Topic<V> topic) implements Serializer<V> {

    @Override
    public byte @Nullable [] serialize(String name, @Nullable V event) {
        return event == null ? null : topic.encode(event);
    }
}
