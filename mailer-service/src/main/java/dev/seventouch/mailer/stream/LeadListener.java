package dev.seventouch.mailer.stream;

import dev.seventouch.events.lead.LeadId;
import dev.seventouch.mailer.delivery.Erasure;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears who is to be forgotten. Who the leads are stands in each touch. */
@Component
final class LeadListener {
    private static final Logger log = LoggerFactory.getLogger(LeadListener.class);

    private final Erasure erasure;

    LeadListener(Erasure erasure) {
        this.erasure = erasure;
    }

    @KafkaListener(id = "mailer-leads", topics = "leads", groupId = "mailer-leads")
    void on(List<ConsumerRecord<String, byte[]>> batch) {
        List<LeadId> erased = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : batch) {
            if (record.value() == null) {
                add(record.key(), erased);
            }
        }
        if (!erased.isEmpty()) {
            erasure.erase(erased);
            erased.forEach(lead -> log.info("lead={} erased", lead));
        }
    }

    private static void add(String key, List<LeadId> erased) {
        try {
            erased.add(new LeadId(key));
        } catch (IllegalArgumentException e) {
            log.warn("a tombstone on leads is under a key that is no lead's id and erases nothing: {}", e.getMessage());
        }
    }
}
