package dev.seventouch.intake.stream;

import dev.seventouch.intake.imports.Ahead;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsResult;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What consumer groups have not committed yet, by offsets. What a group has never committed is not counted: it may not run at all.
 * Markers of transactions count as well, a few to each partition.
 */
public final class KafkaAhead implements Ahead {
    private static final Logger log = LoggerFactory.getLogger(KafkaAhead.class);

    private final LateAdmin admin;
    private final Map<String, String> topics;

    /** @param topics what each consumer group reads */
    public KafkaAhead(LateAdmin admin, Map<String, String> topics) {
        this.admin = admin;
        this.topics = Map.copyOf(topics);
    }

    @Override
    public long waiting() {
        try {
            return askedFor();
        } catch (KafkaException e) {
            log.info("what stands in front can't be told: {}", e.getMessage());
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private long askedFor() throws InterruptedException {
        Map<String, ListConsumerGroupOffsetsSpec> asked = new HashMap<>();
        topics.keySet().forEach(group -> asked.put(group, new ListConsumerGroupOffsetsSpec()));
        ListConsumerGroupOffsetsResult groups = admin.get().listConsumerGroupOffsets(asked);
        long waiting = 0;
        for (Map.Entry<String, String> each : topics.entrySet()) {
            try {
                waiting += behind(committed(groups, each.getKey(), each.getValue()));
            } catch (ExecutionException e) { // a group that has never been there, say
                log.debug("how far {} has read can't be told: {}", each.getKey(), e.getMessage());
            }
        }
        return waiting;
    }

    private static Map<TopicPartition, OffsetAndMetadata> committed(
            ListConsumerGroupOffsetsResult groups, String group, String topic)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
        groups.partitionsToOffsetAndMetadata(group).get().forEach((partition, offset) -> {
            if (offset != null && partition.topic().equals(topic)) {
                committed.put(partition, offset);
            }
        });
        return committed;
    }

    private long behind(Map<TopicPartition, OffsetAndMetadata> committed)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        committed.keySet().forEach(partition -> ends.put(partition, OffsetSpec.latest()));
        long behind = 0;
        for (Map.Entry<TopicPartition, ListOffsetsResultInfo> end :
                admin.get().listOffsets(ends).all().get().entrySet()) {
            OffsetAndMetadata reached = committed.get(end.getKey());
            behind += reached == null ? 0 : Math.max(0, end.getValue().offset() - reached.offset());
        }
        return behind;
    }
}
