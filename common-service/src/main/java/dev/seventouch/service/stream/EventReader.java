package dev.seventouch.service.stream;

import dev.seventouch.events.wire.Decoded;
import dev.seventouch.events.wire.Topic;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/** Reads batches off topics. What can't be read goes to the dead-letter topic with its reason, and the rest goes on. */
public final class EventReader {
    private static final Logger log = LoggerFactory.getLogger(EventReader.class);

    private final KafkaTemplate<String, byte[]> kafka;
    private final MeterRegistry meters;

    EventReader(KafkaTemplate<String, byte[]> kafka, MeterRegistry meters) {
        this.kafka = kafka;
        this.meters = meters;
    }

    /** The events of {@code batch} that can be read, and its tombstones, in their order. */
    public <V> List<Received<V>> read(Topic<V> topic, List<ConsumerRecord<String, byte[]>> batch) {
        List<Received<V>> received = new ArrayList<>(batch.size());
        // There from the first batch on: what first shows as 1 has not risen, and alerts nobody.
        Counter setAside = meters.counter("seventouch.dead.letters", "topic", topic.name());
        for (ConsumerRecord<String, byte[]> record : batch) {
            if (record.value() == null) {
                received.add(new Received<>(record.key(), null, positionOf(record)));
                continue;
            }
            switch (topic.decode(record.value())) {
                case Decoded.Readable<V>(var event) ->
                    received.add(new Received<>(record.key(), event, positionOf(record)));
                case Decoded.Unreadable<V>(var raw, var why) -> {
                    setAside(topic, record, raw, why);
                    setAside.increment();
                }
            }
        }
        return received;
    }

    private void setAside(Topic<?> topic, ConsumerRecord<String, byte[]> record, byte[] raw, String why) {
        log.warn("set aside {} under key {}: {}", positionOf(record), record.key(), why);
        Headers headers = DeadLetterHeaders.setAside(record.headers(), positionOf(record), why);
        kafka.send(new ProducerRecord<>(topic.deadLetters(), null, record.key(), raw, headers))
                .join();
    }

    private static String positionOf(ConsumerRecord<?, ?> record) {
        return DeadLetterHeaders.positionOf(record.topic(), record.partition(), record.offset());
    }
}
