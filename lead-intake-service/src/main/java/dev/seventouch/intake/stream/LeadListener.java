package dev.seventouch.intake.stream;

import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.wire.Topics;
import dev.seventouch.intake.capture.Capture;
import dev.seventouch.intake.capture.LeadView;
import dev.seventouch.intake.capture.LeadView.Change;
import dev.seventouch.intake.erasure.Erasures;
import dev.seventouch.intake.link.Choices;
import dev.seventouch.intake.mailbox.Inbox;
import dev.seventouch.service.stream.EventReader;
import dev.seventouch.service.stream.Received;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Keeps the view of leads from the topic, and the topic's last word on each lead complete. */
@Component
final class LeadListener {
    private static final Logger log = LoggerFactory.getLogger(LeadListener.class);

    private final EventReader reader;
    private final LeadView view;
    private final Capture capture;
    private final Erasures erasures;
    private final Choices choices;
    private final Inbox inbox;

    LeadListener(EventReader reader, LeadView view, Capture capture, Erasures erasures, Choices choices, Inbox inbox) {
        this.reader = reader;
        this.view = view;
        this.capture = capture;
        this.erasures = erasures;
        this.choices = choices;
        this.inbox = inbox;
    }

    @KafkaListener(id = "intake-leads", topics = "leads", groupId = "intake")
    void on(List<ConsumerRecord<String, byte[]>> batch) {
        List<Change> changes = new ArrayList<>(batch.size());
        for (Received<LeadEvent> received : reader.read(Topics.LEADS, batch)) {
            switch (received.event()) {
                case LeadEvent.Captured captured -> changes.add(new Change.Known(captured));
                case null -> addForgotten(received, changes);
            }
        }
        capture.sayAgain(view.take(changes));
        List<LeadId> forgotten = changes.stream()
                .filter(Change.Forgotten.class::isInstance)
                .map(Change::lead)
                .toList();
        choices.forget(forgotten);
        inbox.forget(forgotten);
    }

    private void addForgotten(Received<LeadEvent> tombstone, List<Change> changes) {
        try {
            LeadId lead = new LeadId(tombstone.key());
            changes.add(new Change.Forgotten(lead));
            erasures.found(lead, tombstone.position());
        } catch (IllegalArgumentException e) {
            log.warn("passed over a tombstone at {}: {}", tombstone.position(), e.getMessage());
        }
    }
}
