package dev.seventouch.engine.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.touch.TouchEvent;
import dev.seventouch.events.touch.TouchEvent.Due;
import dev.seventouch.events.touch.TouchId;
import dev.seventouch.events.wire.Decoded;
import dev.seventouch.events.wire.Topic;
import dev.seventouch.events.wire.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Everything on the touch topics from their beginning, as a mailer reads it: what is not committed is not there. */
final class Touches implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(20);

    private final Consumer<String, byte[]> consumer;
    private final List<Seen> seen = new ArrayList<>();
    private final Map<Attempt, Integer> times = new HashMap<>();

    Touches(Broker broker) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        broker.address(),
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        5_000),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = Stream.of(Topics.FIRST_TOUCHES, Topics.TOUCHES)
                .flatMap(topic -> IntStream.range(0, topic.partitions())
                        .mapToObj(partition -> new TopicPartition(topic.name(), partition)))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** @param readAt when it could be read here */
    record Seen(Due due, Instant stamp, Instant readAt) {}

    record Attempt(TouchId touch, int number) {}

    /** Reads on until {@code enough}, and fails where that takes longer than {@code atMost}. */
    void readUntil(String what, Duration atMost, BooleanSupplier enough) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!enough.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(
                        "not within %s: %s; %d touches were read".formatted(atMost, what, seen.size()));
            }
            read();
        }
    }

    /** Reads on for so long, for what may not come. */
    void readOnFor(Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        while (System.nanoTime() < end) {
            read();
        }
    }

    /** Reads all that is committed now. */
    void readToTheEnd() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        readUntil(
                "all that is there is read",
                Duration.ofMinutes(1),
                () -> ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue()));
    }

    private void read() {
        ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
        Instant now = Instant.now();
        records.forEach(record -> take(record, now));
    }

    private void take(ConsumerRecord<String, byte[]> record, Instant now) {
        Topic<TouchEvent> topic = Topics.TOUCHES;
        if (!(topic.decode(record.value()) instanceof Decoded.Readable<TouchEvent>(Due due))) {
            throw new AssertionError("no touch: " + new String(record.value(), UTF_8));
        }
        seen.add(new Seen(due, Instant.ofEpochMilli(record.timestamp()), now));
        times.merge(new Attempt(due.touch().id(), due.attempt()), 1, Integer::sum);
    }

    List<Seen> seen() {
        return Collections.unmodifiableList(seen);
    }

    Stream<Due> where(Predicate<Due> is) {
        return seen.stream().map(Seen::due).filter(is);
    }

    /** Whoever was touched. */
    Set<LeadId> leads() {
        return seen.stream().map(seen -> seen.due().touch().lead()).collect(Collectors.toSet());
    }

    /** Attempts that were made more than once. */
    List<Attempt> twice() {
        return times.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The longest time in which none of these came, between the first of them and the last. */
    Duration longestPause(Predicate<Due> is) {
        Duration longest = Duration.ZERO;
        Instant before = null;
        for (Seen next : seen) {
            if (is.test(next.due())) {
                Duration pause = before == null ? Duration.ZERO : Duration.between(before, next.readAt());
                longest = pause.compareTo(longest) > 0 ? pause : longest;
                before = next.readAt();
            }
        }
        return longest;
    }

    /** When the first touch came that came later than {@code moment}. */
    Instant firstAfter(Instant moment) {
        return seen.stream()
                .map(Seen::readAt)
                .filter(readAt -> readAt.isAfter(moment))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
