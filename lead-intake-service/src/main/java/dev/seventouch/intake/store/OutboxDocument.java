package dev.seventouch.intake.store;

import dev.seventouch.service.stream.Outgoing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.types.Binary;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * What waits of one lead, in one document: so that it has one order, and is found by {@code _id}. Public, as the driver's
 * record codec reads public records only.
 *
 * @param since when it began to wait
 */
public record OutboxDocument(@BsonId String lead, Instant since, List<Event> events) {

    /** @param value null for a tombstone */
    public record Event(ObjectId id, String topic, @Nullable Binary value, Map<String, String> headers) {

        static Event of(Outgoing event) {
            byte[] value = event.value();
            return new Event(new ObjectId(), event.topic(), value == null ? null : new Binary(value), event.headers());
        }

        Outgoing toOutgoing(String lead) {
            return new Outgoing(topic, lead, value == null ? null : value.getData(), headers);
        }

        int size() {
            return value == null ? 0 : value.length();
        }
    }
}
