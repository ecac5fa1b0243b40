package dev.seventouch.desk.stream;

import dev.seventouch.desk.deadletter.Erasures;
import dev.seventouch.desk.timeline.Chronicle;
import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.wire.Topics;
import dev.seventouch.service.stream.EventReader;
import dev.seventouch.service.stream.Received;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Who the leads are, and who is to be forgotten. */
@Component
final class LeadListener {
    private static final Logger log = LoggerFactory.getLogger(LeadListener.class);

    private final EventReader reader;
    private final Chronicle chronicle;
    private final Erasures erasures;

    LeadListener(EventReader reader, Chronicle chronicle, Erasures erasures) {
        this.reader = reader;
        this.chronicle = chronicle;
        this.erasures = erasures;
    }

    @KafkaListener(id = "desk-leads", topics = "leads", groupId = "desk-leads", clientIdPrefix = "desk-leads")
    void on(List<ConsumerRecord<String, byte[]>> batch) {
        List<LeadEvent> captured = new ArrayList<>();
        for (Received<LeadEvent> received : reader.read(Topics.LEADS, batch)) {
            LeadEvent event = received.event();
            if (event != null) {
                captured.add(event);
                continue;
            }
            // What came before an erasure must be written before it.
            chronicle.captured(captured);
            captured.clear();
            erase(received.key());
        }
        chronicle.captured(captured);
    }

    private void erase(String key) {
        try {
            Set<LeadId> erased = Set.of(new LeadId(key));
            erasures.note(erased);
            chronicle.erased(erased);
        } catch (IllegalArgumentException e) {
            log.warn("a tombstone on leads is under a key that is no lead's id and erases nothing: {}", e.getMessage());
        }
    }
}
