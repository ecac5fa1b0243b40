package dev.seventouch.benchmarks.work;

import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.outcome.TouchOutcome;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.EnrollmentId;
import dev.seventouch.events.touch.TouchRef;
import dev.seventouch.events.wire.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The work as the engine gets it: what intake says of a lead, what the mailer says of its first touch, and the cadences. */
public final class HouseWork {
    private static final String FIRST_STEP = "first";
    private static final String PENDING = "bench-pending";
    private static final String TOGETHER = "bench-together";
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** How long after its capture a lead of {@link #TOGETHER} is touched again. */
    private static final Duration AGAIN_AFTER = Duration.ofHours(2);
    /** When the hours of {@link #TOGETHER} close. */
    private static final LocalTime CLOSES = LocalTime.NOON;
    /** How long before that they are touched: with so little left of the window, nothing is spread over it. */
    private static final Duration BEFORE_CLOSING = Duration.ofSeconds(1);

    private HouseWork() {}

    /** Writes the cadences to a directory that the engine publishes from. */
    public static void writeCadences(Path directory) {
        write(directory, PENDING, "09:00-17:30", "30d");
        write(directory, TOGETHER, "00:00-" + CLOSES, AGAIN_AFTER.toHours() + "h");
    }

    private static void write(Path directory, String id, String hours, String after) {
        String cadence = """
                id: %s
                for: { source: %s }
                time: { days: mon-sun, hours: "%s", zone: lead, fallback: Europe/Berlin }
                limits: { gap: 0m, per-week: 50 }
                steps:
                  - { key: %s, email: welcome, reason: they asked }
                  - { key: second, after: %s, email: second, reason: what we promised to send }
                then:
                  - { key: later, every: 90d, email: { from: library } }
                """.formatted(id, id, hours, FIRST_STEP, after);
        try {
            Files.writeString(directory.resolve(id + ".yaml"), cadence);
        } catch (IOException e) {
            throw new UncheckedIOException(directory + " can't be written to", e);
        }
    }

    /** A lead leaves its details. */
    public static ProducerRecord<String, byte[]> captured(Cohort cohort, int index, Due due) {
        LeadId id = cohort.lead(index);
        LeadEvent event = switch (due) {
            case Due.InAMonth _ -> captured(id, index, PENDING, BERLIN, Instant.now());
            case Due.Together(var at) -> captured(id, index, TOGETHER, zoneOf(at), at.minus(AGAIN_AFTER));
        };
        return Records.of(Topics.LEADS, event, "/intake");
    }

    private static LeadEvent captured(LeadId id, int index, String source, ZoneId zone, Instant at) {
        return new LeadEvent.Captured(Leads.of(id, index, source, zone, at), at);
    }

    /**
     * Where it is a moment before closing time at {@code due}. A cadence has hours in whole minutes, but a lead can be in any
     * zone, and so a cohort can fall due at any second.
     */
    private static ZoneOffset zoneOf(Instant due) {
        int wanted = CLOSES.minus(BEFORE_CLOSING).toSecondOfDay();
        return ZoneOffset.ofTotalSeconds(
                wanted - due.atOffset(ZoneOffset.UTC).toLocalTime().toSecondOfDay());
    }

    /** The first touch of a lead is with its relay. */
    public static ProducerRecord<String, byte[]> handedOver(Cohort cohort, int index, Due due) {
        String cadence = switch (due) {
            case Due.InAMonth _ -> PENDING;
            case Due.Together _ -> TOGETHER;
        };
        LeadId lead = cohort.lead(index);
        TouchRef touch =
                TouchRef.of(lead, EnrollmentId.of(lead, cadence, 1), FIRST_STEP, 1, Channel.EMAIL, "template:welcome");
        return Records.of(
                Topics.OUTCOMES, new TouchOutcome.HandedOver(touch, "250 2.0.0 Ok: queued", Instant.now()), "/mailer");
    }
}
