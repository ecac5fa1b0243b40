package dev.seventouch.engine.laws;

import dev.seventouch.engine.enrollment.Decision;
import dev.seventouch.engine.enrollment.Enrollment;
import dev.seventouch.engine.enrollment.FollowUp;
import dev.seventouch.engine.enrollment.Input;
import dev.seventouch.events.lead.Contact;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.LeadEvent;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A core that takes every lead to live by the same clock. */
record Elsewhere(Core core, ZoneId zone) implements Core {

    @Override
    public List<Decision> decide(@Nullable Enrollment enrollment, Input input, Instant now) {
        return core.decide(enrollment, input instanceof Input.Captured(var event) ? moved(event) : input, now);
    }

    @Override
    public Optional<FollowUp.Line> line(Enrollment enrollment, Instant now) {
        return core.line(enrollment, now);
    }

    private Input moved(LeadEvent.Captured event) {
        return new Input.Captured(new LeadEvent.Captured(
                moved(event.lead()), event.at(), event.first(), event.latest(), event.toConfirm()));
    }

    private Lead moved(Lead lead) {
        Contact contact = lead.contact();
        return new Lead(
                lead.id(),
                new Contact(
                        contact.name(),
                        contact.email(),
                        contact.phone(),
                        contact.address(),
                        contact.company(),
                        contact.language(),
                        zone,
                        contact.country()),
                lead.origin(),
                lead.owner(),
                lead.lastConversation(),
                lead.attributes(),
                lead.value());
    }
}
