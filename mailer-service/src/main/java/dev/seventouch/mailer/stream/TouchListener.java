package dev.seventouch.mailer.stream;

import dev.seventouch.events.touch.TouchEvent;
import dev.seventouch.events.wire.Topic;
import dev.seventouch.events.wire.Topics;
import dev.seventouch.mailer.delivery.Delivery;
import dev.seventouch.mailer.delivery.Lanes;
import dev.seventouch.service.stream.EventReader;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Two lanes that share nothing but the store: a first touch never waits behind the others. */
@Component
final class TouchListener {

    // A batch is done within the lease and well within the poll interval, also when each hand-over runs into its
    // time-out.
    private static final String BATCH = "max.poll.records=100";

    // While one batch waits for the store or the log, the next one is on the wire.
    private static final String THREADS = "2";

    private final EventReader reader;
    private final Lanes lanes;

    TouchListener(EventReader reader, Lanes lanes) {
        this.reader = reader;
        this.lanes = lanes;
    }

    @KafkaListener(
            id = "mailer-first-touches",
            topics = "touches.first",
            groupId = "mailer-first",
            concurrency = THREADS,
            properties = BATCH)
    void onFirstTouches(List<ConsumerRecord<String, byte[]>> batch) {
        deliver(Topics.FIRST_TOUCHES, batch, lanes.first());
    }

    @KafkaListener(
            id = "mailer-touches",
            topics = "touches",
            groupId = "mailer",
            concurrency = THREADS,
            properties = BATCH)
    void onTouches(List<ConsumerRecord<String, byte[]>> batch) {
        deliver(Topics.TOUCHES, batch, lanes.others());
    }

    private void deliver(Topic<TouchEvent> topic, List<ConsumerRecord<String, byte[]>> batch, Delivery lane) {
        List<TouchEvent.Due> due = reader.read(topic, batch).stream()
                .map(received -> received.event())
                .filter(TouchEvent.Due.class::isInstance)
                .map(TouchEvent.Due.class::cast)
                .toList();
        lane.deliver(due);
    }
}
