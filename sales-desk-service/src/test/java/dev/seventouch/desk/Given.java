package dev.seventouch.desk;

import dev.seventouch.events.lead.Contact;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.lead.Origin;
import dev.seventouch.events.lead.Rep;
import dev.seventouch.events.schedule.ScheduleEvent;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.Content;
import dev.seventouch.events.touch.EnrollmentId;
import dev.seventouch.events.touch.Recipient;
import dev.seventouch.events.touch.TouchEvent;
import dev.seventouch.events.touch.TouchRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Leads and touches to tell stories with. */
public final class Given {
    public static final Instant MONDAY_9 = Instant.parse("2026-01-05T08:00:00Z");
    public static final Rep MARA = new Rep("Mara Holm", "Mara@example.com", null);

    private Given() {}

    public static LeadId leadId(int n) {
        return new LeadId(String.format("%026d", n));
    }

    public static Lead lead(int n, String name) {
        return new Lead(
                leadId(n),
                new Contact(name, "lead" + n + "@example.com", "+4930123456" + n, null, "Acme " + n, "en", null, "DE"),
                new Origin("website", null, null),
                MARA,
                null,
                Map.of());
    }

    public static LeadEvent captured(Lead lead, Instant at) {
        return new LeadEvent.Captured(lead, at);
    }

    public static TouchRef touch(LeadId lead, String step, int occurrence, Channel channel) {
        return TouchRef.of(
                lead,
                EnrollmentId.of(lead, "website-enquiry", 1),
                step,
                occurrence,
                channel,
                channel.isAutomatic() ? "template:" + step : null);
    }

    /** @param dryAt when the library will have nothing left for the lead, if that is in sight */
    public static ScheduleEvent.Planned planned(
            LeadId lead, String step, int occurrence, Channel channel, @Nullable Instant dryAt, Instant at) {
        return new ScheduleEvent.Planned(
                lead, touch(lead, step, occurrence, channel), at.plusSeconds(99), "why", dryAt, at);
    }

    /** Beside the plan, for the lead's owner, as the engine words it. */
    public static TouchEvent.Due errand(Lead lead, String step, Channel channel, Instant at) {
        TouchRef touch = TouchRef.of(
                lead.id(),
                EnrollmentId.of(lead.id(), "errands", 0),
                step,
                (int) at.getEpochSecond(),
                channel,
                channel.isAutomatic() ? "template:" + step : null);
        return new TouchEvent.Due(
                touch,
                1,
                Recipient.OWNER,
                channel.isAutomatic() ? Content.template(step) : Content.say("See to it", 10),
                "beside the plan",
                lead,
                at,
                at.plus(Duration.ofDays(10)));
    }

    /** Due to the lead at {@code at}, for ten days. */
    public static TouchEvent.Due due(Lead lead, String step, int occurrence, Channel channel, Instant at) {
        return due(lead, step, occurrence, channel, Recipient.LEAD, 1, at);
    }

    public static TouchEvent.Due due(
            Lead lead, String step, int occurrence, Channel channel, Recipient to, int attempt, Instant at) {
        return new TouchEvent.Due(
                touch(lead.id(), step, occurrence, channel),
                attempt,
                to,
                channel.isAutomatic() ? Content.template(step) : Content.say("Ask what prompted the enquiry", 3),
                "they asked",
                lead,
                at,
                at.plus(Duration.ofDays(10)));
    }
}
