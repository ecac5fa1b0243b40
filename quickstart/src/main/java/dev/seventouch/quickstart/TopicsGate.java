package dev.seventouch.quickstart;

import dev.seventouch.embedded.CannotStart;
import dev.seventouch.events.wire.Topic;
import dev.seventouch.events.wire.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;

/**
 * Makes the topics before anybody writes to them, and returns when every partition answers: a producer that meets a topic in
 * the making can hang (KAFKA-15591).
 */
final class TopicsGate {
    private static final long SECONDS = 20;

    private TopicsGate() {}

    /** @throws CannotStart if the broker can't be reached in time */
    static void make(String bootstrapServers) {
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.CLIENT_ID_CONFIG,
                "quickstart",
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                5000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                (int) TimeUnit.SECONDS.toMillis(SECONDS)))) {
            Set<String> there = admin.listTopics().names().get(SECONDS, TimeUnit.SECONDS);
            List<NewTopic> missing = Topics.ALL.stream()
                    .flatMap(TopicsGate::withDeadLetters)
                    .filter(topic -> !there.contains(topic.name()))
                    .toList();
            admin.createTopics(missing).all().get(SECONDS, TimeUnit.SECONDS);
            admin.listOffsets(everyPartition()).all().get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new CannotStart("Kafka at " + bootstrapServers + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("stopped while starting", e);
        }
    }

    private static Stream<NewTopic> withDeadLetters(Topic<?> topic) {
        Map<String, String> configuration = switch (topic.retention()) {
            case COMPACTED -> Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
            case KEPT -> Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1");
            case WEEK -> Map.of();
        };
        return Stream.of(
                new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty()).configs(configuration),
                new NewTopic(topic.deadLetters(), Optional.of(1), Optional.empty())
                        .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1")));
    }

    private static Map<TopicPartition, OffsetSpec> everyPartition() {
        Map<TopicPartition, OffsetSpec> all = new HashMap<>();
        for (Topic<?> topic : Topics.ALL) {
            all.put(new TopicPartition(topic.deadLetters(), 0), OffsetSpec.latest());
            for (int partition = 0; partition < topic.partitions(); partition++) {
                all.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
            }
        }
        return all;
    }
}
