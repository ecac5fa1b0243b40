package dev.seventouch.intake.outbox;

import dev.seventouch.events.lead.LeadId;
import dev.seventouch.service.stream.Outgoing;
import java.util.List;

/** What waits of one lead, oldest first. */
public record Queue(LeadId lead, List<Waiting> events) {
    public Queue {
        events = List.copyOf(events);
    }

    /** @param id of the outbox's own making */
    public record Waiting(String id, Outgoing event) {}
}
