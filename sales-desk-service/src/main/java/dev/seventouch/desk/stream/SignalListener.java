package dev.seventouch.desk.stream;

import dev.seventouch.desk.timeline.Chronicle;
import dev.seventouch.events.wire.Topics;
import dev.seventouch.service.stream.EventReader;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** What leads did or said. */
@Component
final class SignalListener {
    private final EventReader reader;
    private final Chronicle chronicle;

    SignalListener(EventReader reader, Chronicle chronicle) {
        this.reader = reader;
        this.chronicle = chronicle;
    }

    @KafkaListener(id = "desk-signals", topics = "signals", groupId = "desk-signals", clientIdPrefix = "desk-signals")
    void on(List<ConsumerRecord<String, byte[]>> batch) {
        chronicle.signalled(Events.of(reader.read(Topics.SIGNALS, batch)));
    }
}
