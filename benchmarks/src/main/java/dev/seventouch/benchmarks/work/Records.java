package dev.seventouch.benchmarks.work;

import dev.seventouch.events.wire.Topic;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Events as the house's services put them onto topics. */
final class Records {
    private Records() {}

    /** @param source the service that says so */
    static <V> ProducerRecord<String, byte[]> of(Topic<V> topic, V event, String source) {
        return new ProducerRecord<>(
                topic.name(), null, topic.keyOf(event), topic.encode(event), topic.headersOf(event, source));
    }
}
