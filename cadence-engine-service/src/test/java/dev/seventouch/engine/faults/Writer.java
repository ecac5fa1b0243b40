package dev.seventouch.engine.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.events.wire.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Says what the other services say, and knows that every word of it was acknowledged. */
final class Writer implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 120_000;

    private final Producer<String, byte[]> producer;
    private final Queue<Exception> refused = new ConcurrentLinkedQueue<>();

    Writer(Broker broker) {
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        broker.address(),
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.LINGER_MS_CONFIG,
                        2,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        PATIENCE_MILLIS,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        PATIENCE_MILLIS,
                        // More than one can hang on a topic that was made a moment ago (KAFKA-15591).
                        ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                        1),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    <V> void say(Topic<V> topic, V event) {
        write(new ProducerRecord<>(topic.name(), topic.keyOf(event), topic.encode(event)));
    }

    /** @param stamp what the record says of when it was written */
    <V> void say(Topic<V> topic, V event, Instant stamp) {
        write(new ProducerRecord<>(topic.name(), null, stamp.toEpochMilli(), topic.keyOf(event), topic.encode(event)));
    }

    void write(ProducerRecord<String, byte[]> record) {
        var _ = producer.send(record, (_, refusal) -> {
            if (refusal != null) {
                refused.add(refusal);
            }
        });
    }

    /** Returns when the broker has all of it on disk. */
    void awaitAcknowledged() {
        producer.flush();
        assertThat(refused).as("what the broker did not take").isEmpty();
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
