package dev.seventouch.mailer.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seventouch.events.signal.Signal;
import dev.seventouch.events.wire.Topics;
import dev.seventouch.mailer.delivery.complaint.Complaints;
import dev.seventouch.service.stream.EventReader;
import dev.seventouch.service.stream.Received;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears which mail was called spam. */
@Component
final class SignalListener {

    private final EventReader reader;
    private final Complaints complaints;

    SignalListener(EventReader reader, Complaints complaints) {
        this.reader = reader;
        this.complaints = complaints;
    }

    @KafkaListener(id = "mailer-signals", topics = "signals", groupId = "mailer-signals")
    void on(List<ConsumerRecord<String, byte[]>> batch) {
        List<ConsumerRecord<String, byte[]>> wanted =
                batch.stream().filter(SignalListener::tellsAComplaint).toList();
        for (Received<Signal> received : reader.read(Topics.SIGNALS, wanted)) {
            if (received.event() instanceof Signal.Complained complained) {
                complaints.complained(complained);
            }
        }
    }

    /** By the header: of all that leads do, nothing else is of interest here. */
    private static boolean tellsAComplaint(ConsumerRecord<String, byte[]> record) {
        Header type = record.headers().lastHeader("ce_type");
        return type != null && new String(type.value(), UTF_8).equals("signal.complained");
    }
}
