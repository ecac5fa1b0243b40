package dev.seventouch.mailer.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seventouch.events.schedule.ScheduleEvent;
import dev.seventouch.events.wire.Topics;
import dev.seventouch.mailer.delivery.PrintRoom;
import dev.seventouch.service.stream.EventReader;
import dev.seventouch.service.stream.Received;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears whose plan has ended: mail is out at once, but a letter waits for its printer, and may be called back till then. */
@Component
final class ScheduleListener {

    private final EventReader reader;
    private final PrintRoom room;

    ScheduleListener(EventReader reader, PrintRoom room) {
        this.reader = reader;
        this.room = room;
    }

    @KafkaListener(id = "mailer-schedule", topics = "schedule", groupId = "mailer-schedule")
    void on(List<ConsumerRecord<String, byte[]>> batch) {
        List<ConsumerRecord<String, byte[]>> ends =
                batch.stream().filter(ScheduleListener::tellsAnEnd).toList();
        for (Received<ScheduleEvent> received : reader.read(Topics.SCHEDULE, ends)) {
            if (received.event() instanceof ScheduleEvent.Ended ended) {
                room.planEnded(ended.lead(), ended.at());
            }
        }
    }

    /** By the header: there is a plan for each touch, and nobody here wants to read those. */
    private static boolean tellsAnEnd(ConsumerRecord<String, byte[]> record) {
        Header type = record.headers().lastHeader("ce_type");
        return type != null && new String(type.value(), UTF_8).equals("schedule.ended");
    }
}
