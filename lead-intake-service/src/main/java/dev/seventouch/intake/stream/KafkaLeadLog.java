package dev.seventouch.intake.stream;

import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.wire.Topics;
import dev.seventouch.intake.capture.LeadLog;
import dev.seventouch.intake.outbox.Outlet;
import dev.seventouch.service.stream.EventPublisher;
import dev.seventouch.service.stream.Outgoing;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The topic {@code leads}. */
@Component
final class KafkaLeadLog implements LeadLog {
    private final EventPublisher publisher;
    private final Outlet outlet;

    KafkaLeadLog(EventPublisher publisher, Outlet outlet) {
        this.publisher = publisher;
        this.outlet = outlet;
    }

    @Override
    public Set<LeadId> keepAll(List<LeadEvent.Captured> captured) {
        return outlet.keepAll(prepared(captured));
    }

    @Override
    public void sayAll(List<LeadEvent.Captured> captured) {
        outlet.sayAll(prepared(captured));
    }

    private List<Outgoing> prepared(List<LeadEvent.Captured> captured) {
        return captured.stream()
                .map(each -> publisher.prepared(Topics.LEADS, each))
                .toList();
    }

    @Override
    public void erase(LeadId lead) {
        outlet.say(lead, publisher.tombstone(Topics.LEADS, lead.value()));
    }
}
