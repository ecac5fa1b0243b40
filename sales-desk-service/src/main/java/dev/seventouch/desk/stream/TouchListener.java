package dev.seventouch.desk.stream;

import dev.seventouch.desk.timeline.Chronicle;
import dev.seventouch.events.touch.TouchEvent;
import dev.seventouch.events.wire.Topic;
import dev.seventouch.events.wire.Topics;
import dev.seventouch.service.stream.EventReader;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Touches that have become due. First touches have a listener of their own and never wait behind a bulk run. */
@Component
final class TouchListener {
    private final EventReader reader;
    private final Chronicle chronicle;

    TouchListener(EventReader reader, Chronicle chronicle) {
        this.reader = reader;
        this.chronicle = chronicle;
    }

    @KafkaListener(id = "desk-first", topics = "touches.first", groupId = "desk-first", clientIdPrefix = "desk-first")
    void onFirst(List<ConsumerRecord<String, byte[]>> batch) {
        chronicle.due(read(Topics.FIRST_TOUCHES, batch), true);
    }

    @KafkaListener(id = "desk-touches", topics = "touches", groupId = "desk-touches", clientIdPrefix = "desk-touches")
    void on(List<ConsumerRecord<String, byte[]>> batch) {
        chronicle.due(read(Topics.TOUCHES, batch), false);
    }

    private List<TouchEvent> read(Topic<TouchEvent> topic, List<ConsumerRecord<String, byte[]>> batch) {
        return Events.of(reader.read(topic, batch));
    }
}
