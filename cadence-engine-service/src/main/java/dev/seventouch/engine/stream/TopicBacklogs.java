package dev.seventouch.engine.stream;

import dev.seventouch.events.wire.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the broker how far each topic reaches, and how far the engine has read it. */
public final class TopicBacklogs implements Backlog.Source, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(TopicBacklogs.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final Admin admin;
    private final String group;
    private final Supplier<Map<TopicPartition, Long>> positions;

    /**
     * @param group the engine's application id
     * @param positions how far this instance has read and committed, by topic and partition
     */
    public TopicBacklogs(Admin admin, String group, Supplier<Map<TopicPartition, Long>> positions) {
        this.admin = admin;
        this.group = group;
        this.positions = positions;
    }

    /** @throws IllegalStateException if the broker does not tell in time; the stream thread then begins anew */
    @Override
    public Backlog of(int partition) {
        List<TopicPartition> topics = Stream.of(Topics.LEADS, Topics.SIGNALS, Topics.OUTCOMES)
                .map(topic -> new TopicPartition(topic.name(), partition))
                .toList();
        try {
            Map<TopicPartition, Long> ends = admin
                    .listOffsets(
                            topics.stream().collect(Collectors.toMap(topic -> topic, _ -> OffsetSpec.latest())),
                            new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                    .all()
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .entrySet()
                    .stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, end -> end.getValue().offset()));
            Map<TopicPartition, Long> begins = admin
                    .listOffsets(topics.stream().collect(Collectors.toMap(topic -> topic, _ -> OffsetSpec.earliest())))
                    .all()
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .entrySet()
                    .stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, begin -> begin.getValue().offset()));
            Map<TopicPartition, OffsetAndMetadata> read = admin.listConsumerGroupOffsets(
                            Map.of(group, new ListConsumerGroupOffsetsSpec().topicPartitions(topics)))
                    .partitionsToOffsetAndMetadata(group)
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            Map<TopicPartition, Long> behind = new HashMap<>();
            ends.forEach((topic, end) -> {
                OffsetAndMetadata committed = read.get(topic);
                if ((committed == null ? begins.getOrDefault(topic, 0L) : committed.offset()) < end) {
                    behind.put(topic, end);
                }
            });
            if (!behind.isEmpty()) {
                log.info("partition {} is read up to {} before anything goes out", partition, behind);
            }
            return new Standing(partition, behind);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking how far the topics reach", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the broker did not tell how far the topics reach", e);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }

    /** Belongs to one stream thread. */
    private final class Standing implements Backlog {
        private final int partition;
        private final Map<TopicPartition, Long> behind;
        private final long since = System.nanoTime();
        private long lookedAt = since;

        Standing(int partition, Map<TopicPartition, Long> behind) {
            this.partition = partition;
            this.behind = behind;
        }

        @Override
        public void read(TopicPartition topic, long offset) {
            if (!behind.isEmpty() && behind.getOrDefault(topic, Long.MAX_VALUE) <= offset + 1) {
                behind.remove(topic);
                tellIfRead();
            }
        }

        @Override
        public boolean isRead() {
            // The last records of a topic may be gone, or be marks of transactions: then only the position tells.
            if (!behind.isEmpty() && System.nanoTime() - lookedAt > BETWEEN_LOOKS.toNanos()) {
                lookedAt = System.nanoTime();
                Map<TopicPartition, Long> committed = positions.get();
                behind.entrySet().removeIf(end -> committed.getOrDefault(end.getKey(), -1L) >= end.getValue());
                tellIfRead();
            }
            return behind.isEmpty();
        }

        private void tellIfRead() {
            if (behind.isEmpty()) {
                log.info(
                        "partition {} has been read after {} ms; what is due goes out",
                        partition,
                        Duration.ofNanos(System.nanoTime() - since).toMillis());
            }
        }
    }
}
