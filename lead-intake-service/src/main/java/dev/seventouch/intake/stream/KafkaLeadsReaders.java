package dev.seventouch.intake.stream;

import dev.seventouch.intake.erasure.LeadsReaders;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsResult;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Consumer groups, by the offsets that they have committed: each commits what it has done, never what it has only read. */
public final class KafkaLeadsReaders implements LeadsReaders {
    private static final Logger log = LoggerFactory.getLogger(KafkaLeadsReaders.class);

    private final LateAdmin admin;
    private final Set<String> groups;

    public KafkaLeadsReaders(LateAdmin admin, Set<String> groups) {
        this.admin = admin;
        this.groups = Set.copyOf(groups);
    }

    @Override
    public Set<String> all() {
        return groups;
    }

    @Override
    public Set<String> past(String position) {
        int offsetAt = position.lastIndexOf('-');
        int partitionAt = position.lastIndexOf('-', offsetAt - 1);
        long offset = Long.parseLong(position.substring(offsetAt + 1));
        TopicPartition partition = new TopicPartition(
                position.substring(0, partitionAt), Integer.parseInt(position.substring(partitionAt + 1, offsetAt)));
        Map<String, ListConsumerGroupOffsetsSpec> asked = new HashMap<>();
        groups.forEach(
                group -> asked.put(group, new ListConsumerGroupOffsetsSpec().topicPartitions(Set.of(partition))));
        Set<String> past = new HashSet<>();
        ListConsumerGroupOffsetsResult answers = admin.get().listConsumerGroupOffsets(asked);
        for (String group : groups) {
            OffsetAndMetadata committed = committed(answers, group, partition);
            if (committed != null && committed.offset() > offset) {
                past.add(group);
            }
        }
        return past;
    }

    private static @Nullable OffsetAndMetadata committed(
            ListConsumerGroupOffsetsResult answers, String group, TopicPartition partition) {
        try {
            return answers.partitionsToOffsetAndMetadata(group).get().get(partition);
        } catch (ExecutionException e) {
            log.info("how far {} has read can't be told: {}", group, e.getMessage());
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }
}
