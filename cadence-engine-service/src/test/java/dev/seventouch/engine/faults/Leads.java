package dev.seventouch.engine.faults;

import dev.seventouch.events.lead.Contact;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.lead.Origin;
import dev.seventouch.events.wire.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** People who may buy, by number. */
final class Leads {
    private Leads() {}

    static LeadId id(int number) {
        return new LeadId("%026d".formatted(number));
    }

    static int numberOf(LeadId lead) {
        return Integer.parseInt(lead.value());
    }

    /** How long it may take until all of so many have been dealt with. */
    static Duration patienceFor(int leads) {
        return Duration.ofSeconds(60 + leads / 250);
    }

    /** The first so many. */
    static Set<LeadId> ids(int count) {
        return IntStream.range(0, count).mapToObj(Leads::id).collect(Collectors.toSet());
    }

    static LeadEvent captured(int number, Instant at) {
        return captured(number, "website", at);
    }

    static LeadEvent captured(int number, String source, Instant at) {
        return captured(number, source, null, at);
    }

    static LeadEvent captured(int number, String source, @Nullable String phone, Instant at) {
        Lead lead = new Lead(
                id(number),
                new Contact(null, "lead" + number + "@example.org", phone, null, null, null, null, null),
                new Origin(source, null, null),
                null,
                null,
                Map.of());
        return new LeadEvent.Captured(lead, at);
    }

    /** The same facts once more, with what intake knows of the capture before: the topic keeps only the later one. */
    static ProducerRecord<String, byte[]> capturedAgain(LeadEvent first, Instant at) {
        JsonMapper json = JsonMapper.shared();
        ObjectNode again = (ObjectNode) json.readTree(Topics.LEADS.encode(new LeadEvent.Captured(first.lead(), at)));
        again.put("first", first.at().toString());
        return new ProducerRecord<>(Topics.LEADS.name(), first.lead().id().value(), json.writeValueAsBytes(again));
    }
}
