package dev.seventouch.service.stream;

import dev.seventouch.events.wire.Topic;
import dev.seventouch.events.wire.Topics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** The topics of the house as Kafka is asked to make them, each with its dead-letter topic. */
public final class NewTopics {
    private static final Map<String, String> FOR_EVER = Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1");

    private NewTopics() {}

    /** @param replicas copies of each partition; nothing for what the broker does by itself */
    public static List<NewTopic> of(Optional<Short> replicas) {
        return Topics.ALL.stream()
                .flatMap(topic -> Stream.of(
                        new NewTopic(topic.name(), Optional.of(topic.partitions()), replicas)
                                .configs(configurationOf(topic)),
                        new NewTopic(topic.deadLetters(), Optional.of(1), replicas).configs(FOR_EVER)))
                .toList();
    }

    private static Map<String, String> configurationOf(Topic<?> topic) {
        return switch (topic.retention()) {
            case COMPACTED -> Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
            case KEPT -> FOR_EVER;
            case WEEK -> Map.of(); // Kafka's own default is seven days
        };
    }
}
