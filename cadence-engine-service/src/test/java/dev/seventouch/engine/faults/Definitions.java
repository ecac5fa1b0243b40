package dev.seventouch.engine.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seventouch.events.wire.Topics;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import tools.jackson.databind.json.JsonMapper;

/** Definitions straight onto their topics, past whatever checks them: as a newer or a broken publisher would say them. */
final class Definitions {
    private final Writer writer;

    Definitions(Writer writer) {
        this.writer = writer;
    }

    void cadence(String id, int version, String yaml) {
        cadences(
                id + "@" + version,
                json(Map.of(
                        "type", "cadence.published", "id", id, "version", version, "yaml", yaml, "at", Instant.now())));
    }

    void cadences(String key, byte[] value) {
        write(Topics.CADENCES.name(), key, value);
    }

    void item(String id, String topic) {
        library(
                id,
                json(Map.of(
                        "type",
                        "library.item-published",
                        "item",
                        Map.of(
                                "id",
                                id,
                                "subject",
                                "News",
                                "body",
                                "New rates.",
                                "kind",
                                "market",
                                "reason",
                                "new",
                                "topics",
                                new String[] {topic},
                                "channels",
                                new String[] {"email"},
                                "priority",
                                5),
                        "at",
                        Instant.now())));
    }

    void library(String key, byte[] value) {
        write(Topics.LIBRARY.name(), key, value);
    }

    private void write(String topic, String key, byte[] value) {
        writer.write(new ProducerRecord<>(topic, key, value));
        writer.awaitAcknowledged();
    }

    private static byte[] json(Map<String, Object> fields) {
        return JsonMapper.shared().writeValueAsString(fields).getBytes(UTF_8);
    }
}
