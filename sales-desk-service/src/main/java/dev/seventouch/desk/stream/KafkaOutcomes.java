package dev.seventouch.desk.stream;

import dev.seventouch.desk.task.Outcomes;
import dev.seventouch.events.outcome.TouchOutcome;
import dev.seventouch.events.wire.Topics;
import dev.seventouch.service.stream.EventPublisher;
import java.util.List;
import org.springframework.stereotype.Component;

/** Outcomes on the topic {@code outcomes}. */
@Component
final class KafkaOutcomes implements Outcomes {
    private final EventPublisher publisher;

    KafkaOutcomes(EventPublisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public void publish(List<TouchOutcome> outcomes) {
        publisher.publishAll(Topics.OUTCOMES, outcomes);
    }
}
