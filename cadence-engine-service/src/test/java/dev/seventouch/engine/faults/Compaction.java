package dev.seventouch.engine.faults;

import static java.util.stream.Collectors.toMap;
import static org.awaitility.Awaitility.await;

import dev.seventouch.events.wire.Topic;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Does to a compacted topic at once what its broker does some day: of each key the last record stays. */
final class Compaction {
    private Compaction() {}

    static void of(Topic<?> topic, Broker broker) throws Exception {
        List<TopicPartition> partitions = IntStream.range(0, topic.partitions())
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .toList();
        try (Consumer<String, byte[]> consumer = consumer(broker);
                Admin admin = broker.admin();
                Writer writer = new Writer(broker)) {
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> kept = lastOfEachKey(consumer, ends);
            // A topic that is compacted only lets nobody but its broker delete.
            clean(topic, admin, TopicConfig.CLEANUP_POLICY_COMPACT + "," + TopicConfig.CLEANUP_POLICY_DELETE);
            delete(ends, admin);
            clean(topic, admin, TopicConfig.CLEANUP_POLICY_COMPACT);
            kept.forEach(record -> writer.write(new ProducerRecord<>(
                    record.topic(),
                    record.partition(),
                    record.timestamp(),
                    record.key(),
                    record.value(),
                    record.headers())));
            writer.awaitAcknowledged();
        }
    }

    private static void clean(Topic<?> topic, Admin admin, String policy) throws Exception {
        AlterConfigOp set =
                new AlterConfigOp(new ConfigEntry(TopicConfig.CLEANUP_POLICY_CONFIG, policy), AlterConfigOp.OpType.SET);
        admin.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.TOPIC, topic.name()), List.of(set)))
                .all()
                .get();
    }

    private static void delete(Map<TopicPartition, Long> ends, Admin admin) {
        Map<TopicPartition, RecordsToDelete> all = ends.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, end -> RecordsToDelete.beforeOffset(end.getValue())));
        await("what is to go is gone")
                .atMost(Duration.ofSeconds(30))
                .ignoreExceptionsInstanceOf(ExecutionException.class) // until the broker has heard of the new policy
                .until(() -> admin.deleteRecords(all).all().get() == null);
    }

    private static List<ConsumerRecord<String, byte[]>> lastOfEachKey(
            Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        Map<String, ConsumerRecord<String, byte[]>> last = new LinkedHashMap<>();
        consumer.assign(ends.keySet());
        consumer.seekToBeginning(ends.keySet());
        long giveUp = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
            if (System.nanoTime() > giveUp) {
                throw new AssertionError("could not be read to its end: " + ends.keySet());
            }
            consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                last.remove(record.key()); // it takes its place at the end
                last.put(record.key(), record);
            });
        }
        return List.copyOf(last.values());
    }

    private static Consumer<String, byte[]> consumer(Broker broker) {
        return new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.address()),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }
}
