package dev.seventouch.benchmarks.mail;

import dev.seventouch.events.lead.Contact;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.lead.Origin;
import dev.seventouch.events.lead.Rep;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.Content;
import dev.seventouch.events.touch.EnrollmentId;
import dev.seventouch.events.touch.Recipient;
import dev.seventouch.events.touch.TouchEvent;
import dev.seventouch.events.touch.TouchRef;
import dev.seventouch.events.wire.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Touches as the engine sends them, each to somebody else, spread over as many domains as a customer list has. */
public final class Touches {

    private static final int DOMAINS = 50;

    private Touches() {}

    /** @param from the number of the first; no number comes twice in a run */
    public static List<ProducerRecord<String, byte[]>> of(int from, int count) {
        Instant now = Instant.now();
        return IntStream.range(from, from + count)
                .mapToObj(number -> record(number, "customer" + number % DOMAINS + ".example", now))
                .toList();
    }

    /** The same, all to people of one domain. */
    public static List<ProducerRecord<String, byte[]>> to(String domain, int from, int count) {
        Instant now = Instant.now();
        return IntStream.range(from, from + count)
                .mapToObj(number -> record(number, domain, now))
                .toList();
    }

    /** The lead of a number. */
    public static LeadId lead(int number) {
        return new LeadId(String.format("%026d", number));
    }

    private static ProducerRecord<String, byte[]> record(int number, String domain, Instant now) {
        TouchEvent.Due due = due(number, domain, now);
        return new ProducerRecord<>(Topics.TOUCHES.name(), Topics.TOUCHES.keyOf(due), Topics.TOUCHES.encode(due));
    }

    private static TouchEvent.Due due(int number, String domain, Instant now) {
        LeadId lead = lead(number);
        return new TouchEvent.Due(
                TouchRef.of(lead, EnrollmentId.of(lead, "bench", 1), "welcome", 1, Channel.EMAIL, "template:welcome"),
                1,
                Recipient.LEAD,
                Content.template("welcome"),
                "they asked",
                new Lead(
                        lead,
                        Contact.ofEmail("lead" + number + "@" + domain),
                        new Origin("website", null, null),
                        new Rep("Mara Lindqvist", "mara@nordlicht.example", null),
                        null,
                        Map.of("interest", "solar roof with battery")),
                now,
                now.plus(Duration.ofDays(1)));
    }
}
