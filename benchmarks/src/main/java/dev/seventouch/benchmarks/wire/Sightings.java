package dev.seventouch.benchmarks.wire;

import dev.seventouch.benchmarks.work.Cohort;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads topics as the services do, committed transactions only, and notes when each awaited lead was seen. */
public final class Sightings implements AutoCloseable {
    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<Awaited, Tally> tallies = new ConcurrentHashMap<>();
    private final Thread reader = new Thread(this::read, "sightings");

    private record Awaited(String topic, int cohort) {}

    private Sightings(KafkaConsumer<String, byte[]> consumer) {
        this.consumer = consumer;
    }

    /** Sees what is written from the moment at which this returns. */
    public static Sightings of(String bootstrapServers, List<String> topics) {
        KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "latest",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        5000),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        Sightings sightings = new Sightings(consumer);
        sightings.reader.setDaemon(true);
        sightings.reader.start();
        return sightings;
    }

    /** Notes from now on when leads of {@code cohort} are seen on {@code topic}, until {@link #forget}. */
    public Tally expect(String topic, Cohort cohort) {
        Tally tally = new Tally(topic, cohort);
        tallies.put(new Awaited(topic, cohort.number()), tally);
        return tally;
    }

    public void forget(String topic, Cohort cohort) {
        tallies.remove(new Awaited(topic, cohort.number()));
    }

    private void read() {
        try {
            while (true) {
                ConsumerRecords<String, byte[]> records = consumer.poll(Duration.ofSeconds(1));
                long now = System.nanoTime();
                for (ConsumerRecord<String, byte[]> record : records) {
                    note(record, now);
                }
            }
        } catch (WakeupException e) {
            // closed
        } catch (RuntimeException e) {
            tallies.values().forEach(tally -> tally.fail(e));
        }
    }

    private void note(ConsumerRecord<String, byte[]> record, long now) {
        Tally tally = tallies.get(new Awaited(record.topic(), Cohort.numberIn(record.key())));
        if (tally != null) {
            tally.see(Cohort.indexIn(record.key()), now, record.value());
        }
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        consumer.close();
    }
}
