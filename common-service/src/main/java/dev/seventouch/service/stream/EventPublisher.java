package dev.seventouch.service.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seventouch.events.wire.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;

/** Says things on topics. What it returned from is kept by every in-sync replica. */
public final class EventPublisher {
    private final KafkaTemplate<String, byte[]> kafka;
    private final String source;
    private final Duration budget;

    EventPublisher(KafkaTemplate<String, byte[]> kafka, String source, Duration budget) {
        this.kafka = kafka;
        this.source = source;
        this.budget = budget;
    }

    /** @throws LogUnreachable if the event was not acknowledged within the budget */
    public <V> void publish(Topic<V> topic, V event) {
        await(topic.name(), send(topic, event));
    }

    /**
     * Publishes all and waits once.
     *
     * @throws LogUnreachable if not all were acknowledged within the budget
     */
    public <V> void publishAll(Topic<V> topic, List<V> events) {
        await(topic.name(), sendAll(events, event -> send(topic, event)));
    }

    /**
     * Erases what {@code topic} knows under {@code key}.
     *
     * @throws LogUnreachable if the tombstone was not acknowledged within the budget
     */
    public void erase(Topic<?> topic, String key) {
        publishPrepared(List.of(tombstone(topic, key)));
    }

    /** {@code event} as {@link #publish} would send it. */
    public <V> Outgoing prepared(Topic<V> topic, V event) {
        Map<String, String> headers = new LinkedHashMap<>();
        topic.headersOf(event, source).forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        return new Outgoing(topic.name(), topic.keyOf(event), topic.encode(event), headers);
    }

    /** What erases all that {@code topic} knows under {@code key}. */
    public Outgoing tombstone(Topic<?> topic, String key) {
        return new Outgoing(topic.name(), key, null, Map.of());
    }

    /**
     * Publishes all and waits once. After a failure some may be there and others not, so the order of two events under
     * one key holds only if they are published one after the other.
     *
     * @throws LogUnreachable if not all were acknowledged within the budget
     */
    public void publishPrepared(List<Outgoing> events) {
        if (!events.isEmpty()) {
            await(events.getFirst().topic(), sendAll(events, event -> send(recordOf(event))));
        }
    }

    /** Up to the first that fails at once: with no broker to be had, each of the others would wait as long again. */
    private static <E> CompletableFuture<?> sendAll(List<E> events, Function<E, CompletableFuture<?>> send) {
        List<CompletableFuture<?>> sends = new ArrayList<>(events.size());
        for (E event : events) {
            CompletableFuture<?> sent = send.apply(event);
            sends.add(sent);
            if (sent.isCompletedExceptionally()) {
                break;
            }
        }
        return CompletableFuture.allOf(sends.toArray(CompletableFuture[]::new));
    }

    private <V> CompletableFuture<?> send(Topic<V> topic, V event) {
        return send(new ProducerRecord<>(
                topic.name(), null, topic.keyOf(event), topic.encode(event), topic.headersOf(event, source)));
    }

    private static ProducerRecord<String, byte[]> recordOf(Outgoing event) {
        RecordHeaders headers = new RecordHeaders();
        event.headers().forEach((name, value) -> headers.add(name, value.getBytes(UTF_8)));
        return new ProducerRecord<>(event.topic(), null, event.key(), event.value(), headers);
    }

    private CompletableFuture<?> send(ProducerRecord<String, byte[]> record) {
        try {
            return kafka.send(record);
        } catch (KafkaException e) {
            // Thrown, not returned, when not even the topic's metadata can be had.
            return CompletableFuture.failedFuture(e);
        }
    }

    private void await(String topic, CompletableFuture<?> sent) {
        try {
            sent.get(budget.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new LogUnreachable(topic, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LogUnreachable(topic, e);
        }
    }
}
