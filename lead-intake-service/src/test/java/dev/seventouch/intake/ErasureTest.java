package dev.seventouch.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.seventouch.events.wire.Topics;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An erasure is done when everybody is, and until then it can be followed. */
class ErasureTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path directory;

    @Test
    void it_is_done_when_the_last_reader_has_read_past_the_tombstone() {
        try (House house =
                        new House(directory, "../campaigns", "--seventouch.intake.leads-readers=intake,mailer-leads");
                KafkaConsumer<String, byte[]> mailer = reader(house)) {
            String lead = JSON.readTree(house.json("/api/v1/leads", "{\"email\":\"ada@example.com\"}")
                            .body())
                    .get("leadId")
                    .asString();
            assertThat(house.operatorGet("/api/v1/leads/" + lead + "/erasure").statusCode())
                    .isEqualTo(404);

            HttpResponse<String> asked = house.delete("/api/v1/leads/" + lead);

            assertThat(asked.statusCode()).isEqualTo(202);
            String status = asked.headers().firstValue("Location").orElseThrow();
            assertThat(status).isEqualTo("/api/v1/leads/" + lead + "/erasure");
            await().atMost(SOON).untilAsserted(() -> {
                JsonNode told = JSON.readTree(house.operatorGet(status).body());
                assertThat(told.get("state").asString()).isEqualTo("running");
                assertThat(told.get("done")).hasToString("[\"intake\"]");
                assertThat(told.get("left")).hasToString("[\"mailer-leads\"]");
            });

            List<ConsumerRecord<String, byte[]>> read = new ArrayList<>();
            await().atMost(SOON).until(() -> {
                mailer.poll(Duration.ofMillis(100)).forEach(read::add);
                return read.stream().anyMatch(record -> record.value() == null);
            });
            assertThat(house.operatorGet(status).body())
                    .as("read, but not done")
                    .contains("\"running\"");
            mailer.commitSync();
            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(house.operatorGet(status).body()).contains("\"state\":\"done\""));

            house.json("/api/v1/leads", "{\"email\":\"ada@example.com\",\"name\":\"Back\"}");
            assertThat(house.operatorGet("/api/v1/leads/" + lead).body())
                    .as("whoever comes again is a new lead")
                    .contains("Back");
        }
    }

    private static KafkaConsumer<String, byte[]> reader(House house) {
        KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        house.bootstrapServers(),
                        "group.id",
                        "mailer-leads",
                        "auto.offset.reset",
                        "earliest",
                        "enable.auto.commit",
                        "false"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(Topics.LEADS.name()));
        return consumer;
    }
}
