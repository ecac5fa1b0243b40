package dev.seventouch.service.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.seventouch.events.cadence.CadenceEvent;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.signal.Signal;
import dev.seventouch.events.wire.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/** What the wiring asks of a Kafka broker. Each broker that it runs on must pass. */
abstract class StreamContract {
    private static final Instant AT = Instant.parse("2026-11-02T08:00:00Z");

    private static KafkaTemplate<String, byte[]> kafka;
    private static DefaultKafkaConsumerFactory<String, byte[]> consumers;

    /** Called by each broker's test once it runs. */
    static void connect(String bootstrapServers) throws Exception {
        kafka = template(bootstrapServers);
        consumers = new DefaultKafkaConsumerFactory<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringDeserializer(), new ByteArrayDeserializer());
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(NewTopics.of(Optional.of((short) 1))).all().get();
        }
    }

    static void disconnect() {
        if (kafka != null) {
            kafka.destroy();
        }
    }

    private static KafkaTemplate<String, byte[]> template(String servers) {
        return new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(
                Map.of("bootstrap.servers", servers, "max.block.ms", "500"),
                new StringSerializer(),
                new ByteArraySerializer()));
    }

    @Test
    void a_follower_reads_what_was_there_and_what_comes() throws Exception {
        EventPublisher publisher = new EventPublisher(kafka, "/test", Duration.ofSeconds(10));
        publisher.publish(Topics.CADENCES, new CadenceEvent.Published("a", 1, "id: a", null, AT));
        kafka.send("cadences", "x", "{".getBytes(UTF_8)).get();
        List<String> seen = new CopyOnWriteArrayList<>();
        TopicFollower<CadenceEvent> follower =
                new TopicFollower<>(Topics.CADENCES, consumers, received -> seen.add(received.key()));
        follower.start();
        assertThat(follower.awaitCaughtUp(Duration.ofSeconds(20))).isTrue();
        assertThat(seen).containsExactly("a@1");
        publisher.publish(Topics.CADENCES, new CadenceEvent.Published("b", 1, "id: b", null, AT));
        publisher.erase(Topics.CADENCES, "a@1");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(seen).containsExactly("a@1", "b@1", "a@1"));
        follower.stop();
        assertThat(follower.isRunning()).isFalse();
    }

    @Test
    void topics_are_made_as_they_are_meant() throws Exception {
        ConfigResource leads = new ConfigResource(ConfigResource.Type.TOPIC, "leads");
        ConfigResource outcomes = new ConfigResource(ConfigResource.Type.TOPIC, "outcomes");
        ConfigResource dead = new ConfigResource(ConfigResource.Type.TOPIC, "leads.dlt");
        try (Admin admin = Admin.create(consumers.getConfigurationProperties())) {
            Map<ConfigResource, Config> made =
                    admin.describeConfigs(List.of(leads, outcomes, dead)).all().get();
            assertThat(made.get(leads).get("cleanup.policy").value()).isEqualTo("compact");
            assertThat(made.get(outcomes).get("retention.ms").value()).isEqualTo("-1");
            assertThat(millis(made.get(dead), "retention.ms") + millis(made.get(dead), "segment.ms"))
                    .isEqualTo(Duration.ofDays(30).toMillis());
            assertThat(admin.describeTopics(List.of("touches", "cadences"))
                            .allTopicNames()
                            .get())
                    .satisfies(topics -> {
                        assertThat(topics.get("touches").partitions()).hasSize(Topics.PARTITIONS);
                        assertThat(topics.get("cadences").partitions()).hasSize(1);
                    });
        }
    }

    private static long millis(Config topic, String setting) {
        return Long.parseLong(topic.get(setting).value());
    }

    @Test
    void what_cannot_be_read_is_set_aside_with_reason_and_position() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        EventReader reader = new EventReader(kafka, meters);
        LeadId lead = new LeadId("a".repeat(26));
        byte[] good = Topics.SIGNALS.encode(new Signal.Resumed(lead, AT));
        List<Received<Signal>> read = reader.read(
                Topics.SIGNALS,
                List.of(
                        new ConsumerRecord<>("signals", 3, 7, "k", "{\"type\":\"signal.winked\"}".getBytes(UTF_8)),
                        new ConsumerRecord<>("signals", 3, 8, lead.value(), good),
                        new ConsumerRecord<>("signals", 3, 9, lead.value(), null)));
        assertThat(read).extracting(Received::position).containsExactly("signals-3-8", "signals-3-9");
        assertThat(read.getLast().event()).isNull();
        assertThat(meters.counter("seventouch.dead.letters", "topic", "signals").count())
                .isEqualTo(1);
        reader.read(Topics.OUTCOMES, List.of());
        assertThat(meters.get("seventouch.dead.letters")
                        .tag("topic", "outcomes")
                        .counter()
                        .count())
                .isZero();
        try (Consumer<String, byte[]> consumer = consumers.createConsumer()) {
            TopicPartition letters = new TopicPartition("signals.dlt", 0);
            consumer.assign(List.of(letters));
            consumer.seekToBeginning(List.of(letters));
            ConsumerRecord<String, byte[]> letter =
                    consumer.poll(Duration.ofSeconds(20)).iterator().next();
            assertThat(new String(
                            letter.headers().lastHeader("seventouch_reason").value(), UTF_8))
                    .contains("signal.winked");
            assertThat(new String(
                            letter.headers().lastHeader("seventouch_position").value(), UTF_8))
                    .isEqualTo("signals-3-7");
        }
    }

    @Test
    void a_log_out_of_reach_is_said_within_the_budget() {
        KafkaTemplate<String, byte[]> nowhere = template("127.0.0.1:1");
        EventPublisher publisher = new EventPublisher(nowhere, "/test", Duration.ofSeconds(2));
        assertThatThrownBy(() -> publisher.publish(Topics.SIGNALS, new Signal.Resumed(new LeadId("a".repeat(26)), AT)))
                .isInstanceOf(LogUnreachable.class);
        nowhere.destroy();
    }
}
