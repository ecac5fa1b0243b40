package dev.seventouch.mailer;

import dev.seventouch.events.lead.Contact;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.lead.Origin;
import dev.seventouch.events.lead.PostalAddress;
import dev.seventouch.events.lead.Rep;
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

/** Touches to test with. */
public final class TestTouches {

    public static final Rep MARA = new Rep("Mara Lindqvist", "mara@nordlicht.example", "+49405550142");

    private TestTouches() {}

    public static LeadId lead(int number) {
        return new LeadId(String.format("%026d", number));
    }

    public static Lead person(int number, @Nullable String name, @Nullable String email) {
        return new Lead(
                lead(number),
                new Contact(
                        name,
                        email,
                        null,
                        new PostalAddress("Werftstraße 12", "24143", "Kiel", "DE"),
                        "Brandt Holzbau",
                        "en",
                        null,
                        "DE"),
                new Origin("website", null, null),
                MARA,
                null,
                Map.of("interest", "solar roof with battery"));
    }

    public static TouchEvent.Due email(int number, String step, int attempt, Instant dueAt) {
        return email(person(number, "Jonas Brandt", "lead" + number + "@example.com"), step, attempt, dueAt);
    }

    public static TouchEvent.Due email(Lead lead, String step, int attempt, Instant dueAt) {
        return due(lead, step, attempt, dueAt, Channel.EMAIL, Recipient.LEAD, "welcome");
    }

    public static TouchEvent.Due due(
            Lead lead, String step, int attempt, Instant dueAt, Channel channel, Recipient to, String template) {
        TouchRef touch = TouchRef.of(
                lead.id(),
                EnrollmentId.of(lead.id(), "website-enquiry", 1),
                step,
                1,
                channel,
                Content.template(template).key());
        return new TouchEvent.Due(
                touch,
                attempt,
                to,
                Content.template(template),
                "they asked",
                lead,
                dueAt,
                dueAt.plus(Duration.ofDays(3)));
    }
}
