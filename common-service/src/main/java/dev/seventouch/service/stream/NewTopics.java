package dev.seventouch.service.stream;

import dev.seventouch.events.wire.Topic;
import dev.seventouch.events.wire.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** The topics of the house as Kafka is asked to make them, each with its dead-letter topic. */
public final class NewTopics {
    private static final Map<String, String> FOR_EVER = Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1");

    /**
     * Dead letters hold what a lead wrote, and no tombstone reaches them: none may be older than 30 days. Kafka drops a
     * segment once the youngest in it is too old, so 29 days are to last and the segment takes in one more.
     */
    private static final Map<String, String> THIRTY_DAYS_AT_MOST = Map.of(
            TopicConfig.RETENTION_MS_CONFIG, String.valueOf(Duration.ofDays(29).toMillis()),
            TopicConfig.SEGMENT_MS_CONFIG, String.valueOf(Duration.ofDays(1).toMillis()));

    private NewTopics() {}

    /** @param replicas copies of each partition; nothing for what the broker does by itself */
    public static List<NewTopic> of(Optional<Short> replicas) {
        return Topics.ALL.stream()
                .flatMap(topic -> Stream.of(
                        new NewTopic(topic.name(), Optional.of(topic.partitions()), replicas)
                                .configs(configurationOf(topic)),
                        new NewTopic(topic.deadLetters(), Optional.of(1), replicas).configs(THIRTY_DAYS_AT_MOST)))
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
