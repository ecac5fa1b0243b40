package dev.seventouch.benchmarks.work;

import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.Content;
import dev.seventouch.events.touch.EnrollmentId;
import dev.seventouch.events.touch.Recipient;
import dev.seventouch.events.touch.TouchEvent;
import dev.seventouch.events.touch.TouchRef;
import dev.seventouch.events.wire.Topics;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The work as a rival gets it: touches that are ready to be sent, each with the time at which to do so. It has nothing to
 * decide, to read or to write; only to keep them and to let them go.
 */
public final class RivalWork {
    private static final String DUE = "due";
    private static final Duration A_MONTH = Duration.ofDays(30);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private RivalWork() {}

    /** A touch to be kept until it is due. */
    public static ProducerRecord<String, byte[]> later(String topic, Cohort cohort, int index, Due due) {
        Instant at = switch (due) {
            case Due.InAMonth _ -> Instant.now().plus(A_MONTH);
            case Due.Together(var instant) -> instant;
        };
        ProducerRecord<String, byte[]> touch = touch(topic, cohort, index, at);
        touch.headers()
                .add(
                        DUE,
                        ByteBuffer.allocate(Long.BYTES)
                                .putLong(at.toEpochMilli())
                                .array());
        return touch;
    }

    /** A touch that is due at once. */
    public static ProducerRecord<String, byte[]> now(String topic, Cohort cohort, int index) {
        return touch(topic, cohort, index, Instant.now());
    }

    /** When a touch that came in is due; nothing if it is at once. */
    public static Optional<Instant> dueOf(ConsumerRecord<String, byte[]> touch) {
        return Optional.ofNullable(touch.headers().lastHeader(DUE))
                .map(header ->
                        Instant.ofEpochMilli(ByteBuffer.wrap(header.value()).getLong()));
    }

    private static ProducerRecord<String, byte[]> touch(String topic, Cohort cohort, int index, Instant at) {
        LeadId lead = cohort.lead(index);
        TouchEvent due = new TouchEvent.Due(
                TouchRef.of(lead, EnrollmentId.of(lead, "rival", 1), "second", 1, Channel.EMAIL, "template:second"),
                1,
                Recipient.LEAD,
                Content.template("second"),
                "what we promised to send",
                Leads.of(lead, index, "website", BERLIN, at),
                at,
                at.plus(Duration.ofHours(1)));
        return new ProducerRecord<>(topic, lead.value(), Topics.TOUCHES.encode(due));
    }
}
