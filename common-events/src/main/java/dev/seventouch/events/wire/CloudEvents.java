package dev.seventouch.events.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.function.Function;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * The attributes of an event as record headers, in the binary content mode of the CloudEvents Kafka protocol binding 1.0.
 *
 * @param id what tells the event from all others of its source; derived, so that the same event twice has the same id
 */
record CloudEvents<V>(Topic.Names<V> names, Function<V, String> id, Function<V, Instant> time) {

    Headers headers(V event, String source) {
        return new RecordHeaders()
                .add("ce_specversion", bytes("1.0"))
                .add("ce_id", bytes(id.apply(event)))
                .add("ce_source", bytes(source))
                .add("ce_type", bytes(names.of(event)))
                .add("ce_time", bytes(time.apply(event).toString()))
                .add("content-type", bytes("application/json"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
