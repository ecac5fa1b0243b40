package dev.seventouch.intake.stream;

import dev.seventouch.events.signal.Signal;
import dev.seventouch.events.wire.Topics;
import dev.seventouch.intake.link.Choices;
import dev.seventouch.service.stream.EventReader;
import dev.seventouch.service.stream.Received;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Keeps from the topic what leads chose, so that the page of preferences can show it. */
@Component
final class SignalListener {
    private final EventReader reader;
    private final Choices choices;

    SignalListener(EventReader reader, Choices choices) {
        this.reader = reader;
        this.choices = choices;
    }

    @KafkaListener(id = "intake-signals", topics = "signals", groupId = "intake-choices")
    void on(List<ConsumerRecord<String, byte[]>> batch) {
        List<Signal> signals = reader.read(Topics.SIGNALS, batch).stream()
                .map(Received::event)
                .filter(Objects::nonNull)
                .toList();
        choices.take(signals);
    }
}
