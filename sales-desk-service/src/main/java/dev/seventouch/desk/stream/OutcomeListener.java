package dev.seventouch.desk.stream;

import dev.seventouch.desk.timeline.Chronicle;
import dev.seventouch.events.wire.Topics;
import dev.seventouch.service.stream.EventReader;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** What became of touches, told by the mailer and by this desk. */
@Component
final class OutcomeListener {
    private final EventReader reader;
    private final Chronicle chronicle;

    OutcomeListener(EventReader reader, Chronicle chronicle) {
        this.reader = reader;
        this.chronicle = chronicle;
    }

    @KafkaListener(
            id = "desk-outcomes",
            topics = "outcomes",
            groupId = "desk-outcomes",
            clientIdPrefix = "desk-outcomes")
    void on(List<ConsumerRecord<String, byte[]>> batch) {
        chronicle.cameOut(Events.of(reader.read(Topics.OUTCOMES, batch)));
    }
}
