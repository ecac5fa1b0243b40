package dev.seventouch.intake.stream;

import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.wire.Topics;
import dev.seventouch.intake.capture.LeadLog;
import dev.seventouch.service.stream.EventPublisher;
import org.springframework.stereotype.Component;

/** The topic {@code leads}. */
@Component
final class KafkaLeadLog implements LeadLog {
    private final EventPublisher publisher;

    KafkaLeadLog(EventPublisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public void say(LeadEvent.Captured captured) {
        publisher.publish(Topics.LEADS, captured);
    }

    @Override
    public void erase(LeadId lead) {
        publisher.erase(Topics.LEADS, lead.value());
    }
}
