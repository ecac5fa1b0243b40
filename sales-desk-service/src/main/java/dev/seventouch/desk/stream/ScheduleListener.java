package dev.seventouch.desk.stream;

import dev.seventouch.desk.timeline.Chronicle;
import dev.seventouch.events.wire.Topics;
import dev.seventouch.service.stream.EventReader;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** What comes next for each lead. */
@Component
final class ScheduleListener {
    private final EventReader reader;
    private final Chronicle chronicle;

    ScheduleListener(EventReader reader, Chronicle chronicle) {
        this.reader = reader;
        this.chronicle = chronicle;
    }

    @KafkaListener(
            id = "desk-schedule",
            topics = "schedule",
            groupId = "desk-schedule",
            clientIdPrefix = "desk-schedule")
    void on(List<ConsumerRecord<String, byte[]>> batch) {
        chronicle.planned(Events.of(reader.read(Topics.SCHEDULE, batch)));
    }
}
