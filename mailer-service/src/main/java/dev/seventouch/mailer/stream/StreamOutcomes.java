package dev.seventouch.mailer.stream;

import dev.seventouch.events.outcome.TouchOutcome;
import dev.seventouch.events.wire.Topics;
import dev.seventouch.mailer.delivery.Outcomes;
import dev.seventouch.service.stream.EventPublisher;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells outcomes on the topic {@code outcomes}. */
@Component
final class StreamOutcomes implements Outcomes {

    private final EventPublisher publisher;

    StreamOutcomes(EventPublisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public void tell(List<TouchOutcome> outcomes) {
        publisher.publishAll(Topics.OUTCOMES, outcomes);
    }
}
