package dev.seventouch.desk.stream;

import dev.seventouch.desk.deadletter.Bin;
import dev.seventouch.desk.deadletter.DeadLetters.Span;
import dev.seventouch.desk.deadletter.LogAway;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.ConsumerFactory;

/**
 * Looks places of the log up for one request: without a group, so that there is nothing to commit, and within a time that all
 * of its looks share. Only what is committed is seen. What Kafka does not answer in that time throws {@link LogAway}.
 */
final class LogReader implements AutoCloseable {
    private static final Duration BUDGET = Duration.ofSeconds(5);
    private static final CloseOptions AT_ONCE = CloseOptions.timeout(Duration.ofMillis(200));
    private static final Properties SPARING = new Properties();

    static {
        set(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, BUDGET.toMillis());
        set(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, BUDGET.toMillis() - 1000);
        set(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 1 << 20);
        set(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 1 << 20);
        set(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 250);
        // Nothing is read that is not there yet: a fetch that waited would only hold up the next one.
        set(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 10);
        set(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        set(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    }

    private static void set(String name, Object value) {
        SPARING.setProperty(name, value.toString());
    }

    private final Consumer<String, byte[]> consumer;
    private final long until = System.nanoTime() + BUDGET.toNanos();

    LogReader(ConsumerFactory<String, byte[]> consumers) {
        consumer = consumers.createConsumer(null, null, "-dead-letters", SPARING);
    }

    /** @param topic of which partitions of {@code log} are bins */
    List<Span> spans(String topic, String log) {
        return answered(() -> {
            List<TopicPartition> partitions = consumer.partitionsFor(log, left()).stream()
                    .map(it -> new TopicPartition(log, it.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions, left());
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, left());
            return partitions.stream()
                    .map(it -> new Span(
                            new Bin(topic, it.partition()),
                            Objects.requireNonNull(begins.get(it)),
                            Objects.requireNonNull(ends.get(it))))
                    .toList();
        });
    }

    /**
     * What there is from {@code begin} until {@code end}, which must not be beyond the end of the log.
     *
     * @param as what is kept of a record; not more of them are in memory than come in one fetch
     */
    <R> List<R> read(TopicPartition partition, long begin, long end, Function<ConsumerRecord<String, byte[]>, R> as) {
        List<R> all = new ArrayList<>();
        long next = begin;
        while (next < end) {
            Some<R> some = some(partition, next, end, as);
            all.addAll(some.found());
            next = some.next();
        }
        return all;
    }

    /** The first records from {@code begin} on, as many as come at once, and where they end. */
    <R> Some<R> some(TopicPartition partition, long begin, long end, Function<ConsumerRecord<String, byte[]>, R> as) {
        return answered(() -> {
            consumer.assign(List.of(partition));
            consumer.seek(partition, begin);
            List<R> found = new ArrayList<>();
            long position = begin;
            while (found.isEmpty() && position < end) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(left())) {
                    if (record.offset() < end) {
                        found.add(as.apply(record));
                    }
                }
                position = consumer.position(partition, left());
            }
            return new Some<>(found, Math.min(position, end));
        });
    }

    record Some<R>(List<R> found, long next) {}

    private Duration left() {
        long left = until - System.nanoTime();
        if (left <= 0) {
            throw new LogAway("the dead letters could not be read within " + BUDGET);
        }
        return Duration.ofNanos(left);
    }

    private static <R> R answered(Supplier<R> look) {
        try {
            return look.get();
        } catch (KafkaException e) {
            throw new LogAway("Kafka did not answer: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        consumer.close(AT_ONCE);
    }
}
