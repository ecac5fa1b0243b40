package dev.seventouch.engine.stream;

import dev.seventouch.engine.enrollment.Catalogue;
import dev.seventouch.engine.enrollment.Enrollment;
import dev.seventouch.engine.enrollment.Pace;
import dev.seventouch.engine.simulation.Script;
import dev.seventouch.engine.simulation.When;
import dev.seventouch.events.lead.Conversation;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.outcome.TouchOutcome;
import dev.seventouch.events.touch.TouchEvent;
import dev.seventouch.events.touch.TouchRef;
import dev.seventouch.events.wire.Decoded;
import dev.seventouch.events.wire.Topic;
import dev.seventouch.events.wire.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;

/**
 * The engine's topology, told what intake, mailer and desk would tell it of one lead: event by event, on its topics. It knows
 * nothing of how the simulation goes about it, but the script.
 */
final class PlayedProduction implements AutoCloseable {
    private static final Duration TICK = Duration.ofMillis(250);

    private final TopologyTestDriver driver;
    private final Script script;
    private final boolean toConfirm;
    private final ZoneId zone;
    private final Instant start;
    private final Queue<Cue> cues = new java.util.PriorityQueue<>(Comparator.comparing(Cue::at));
    private final Map<String, TouchRef> touches = new HashMap<>();
    private final Set<Script.Result> results = new HashSet<>();
    private final List<Made> made = new ArrayList<>();
    private Lead known;
    private Instant latestCapture;
    private Instant now;

    /** A touch that was told of at an instant. */
    record Made(Instant at, TouchEvent.Due due) {}

    private record Cue(Instant at, Script.Event event) {}

    PlayedProduction(Catalogue catalogue, Path state, Instant start, Lead lead, boolean toConfirm, Script script) {
        this.script = script;
        this.toConfirm = toConfirm;
        this.start = start;
        this.now = start;
        this.latestCapture = start;
        this.known = lead;
        // Spans of the scripts are days of the lead; its clocks change once within them.
        this.zone = zoneOf(lead);
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        StreamsBuilder builder = new StreamsBuilder();
        new EngineTopology(
                        catalogue,
                        () -> 0,
                        Pace.USUAL,
                        () -> now,
                        AuditedDriver.ticking(TICK),
                        new Activity(),
                        _ -> Backlog.NONE,
                        "/engine",
                        meters)
                .build(builder);
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "parity");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:9");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        driver = new AuditedDriver(builder.build(), settings, start, meters);
        script.events().stream().filter(event -> event.step() == null).forEach(event -> cue(event, start));
    }

    private static ZoneId zoneOf(Lead lead) {
        ZoneId zone = lead.contact().zone();
        return zone == null ? ZoneOffset.UTC : zone;
    }

    private void cue(Script.Event event, Instant from) {
        cues.add(new Cue(event.when().from(from, zone), event));
    }

    List<Made> playUntil(Instant end) {
        say(Topics.LEADS, new LeadEvent.Captured(known, now, now, now, toConfirm ? true : null));
        for (Instant next = next(); next.isBefore(end); next = next()) {
            now = next;
            driver.advanceWallClockTime(TICK);
            handOver();
            for (Cue cue = cues.peek(); cue != null && !cue.at().isAfter(now); cue = cues.peek()) {
                play(cues.remove().event());
            }
        }
        return made;
    }

    private Instant next() {
        return Stream.concat(
                        enrollment().wakeAt().stream(),
                        Stream.ofNullable(cues.peek()).map(Cue::at))
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    private void play(Script.Event event) {
        TouchRef touch = event.step() == null ? null : touches.get(event.step().key());
        switch (event.what()) {
            case Script.What.Captured(var facts) -> {
                known = facts.over(known);
                latestCapture = now;
                say(Topics.LEADS, captured());
            }
            case Script.What.Answered(var answer) ->
                say(Topics.OUTCOMES, new TouchOutcome.Completed(touch, "script", answer, now));
            case Script.What.Signalled(var saying, var said) -> {
                if (said != null) {
                    known = known.withConversation(new Conversation(now, said.said(), said.agreed()));
                    say(Topics.LEADS, captured());
                }
                say(Topics.SIGNALS, saying.signal(known.id(), touch == null ? null : touch.id(), now, zone));
            }
        }
    }

    private LeadEvent captured() {
        return new LeadEvent.Captured(known, now, start, latestCapture, null);
    }

    private <V> void say(Topic<V> topic, V event) {
        driver.createInputTopic(topic.name(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(known.id().value(), topic.encode(event));
        handOver();
    }

    /** The mailer and the desk answer what they are told, in the order in which they are. */
    private void handOver() {
        Queue<TouchEvent.Due> due = new ArrayDeque<>(told());
        while (!due.isEmpty()) {
            TouchEvent.Due touch = due.remove();
            driver.createInputTopic(Topics.OUTCOMES.name(), new StringSerializer(), new ByteArraySerializer())
                    .pipeInput(known.id().value(), Topics.OUTCOMES.encode(outcome(touch.touch())));
            due.addAll(told());
        }
    }

    private TouchOutcome outcome(TouchRef touch) {
        for (Script.Result result : script.results()) {
            boolean isMeant = touch.version() != null
                    && result.step().key().equals(touch.step())
                    && result.step().occurrence() == touch.occurrence();
            if (isMeant && results.add(result)) {
                return result.end().of(touch, now, zone);
            }
        }
        if (touch.version() != null && touch.occurrence() == 1 && touches.put(touch.step(), touch) == null) {
            script.events().stream()
                    .filter(event -> event.step() != null && event.step().key().equals(touch.step()))
                    .filter(event -> event.when() instanceof When.After)
                    .forEach(event -> cue(event, now));
        }
        return new TouchOutcome.HandedOver(touch, null, now);
    }

    private List<TouchEvent.Due> told() {
        List<TouchEvent.Due> told = Stream.of(Topics.FIRST_TOUCHES, Topics.TOUCHES)
                .flatMap(topic -> driver
                        .createOutputTopic(topic.name(), new StringDeserializer(), new ByteArrayDeserializer())
                        .readValuesToList()
                        .stream()
                        .map(topic::decode))
                .map(decoded -> (TouchEvent.Due) ((Decoded.Readable<TouchEvent>) decoded).event())
                .toList();
        told.forEach(due -> made.add(new Made(now, due)));
        return told;
    }

    Enrollment enrollment() {
        return driver.<String, Enrollment>getKeyValueStore(FollowUpProcessor.ENROLLMENTS)
                .get(known.id().value());
    }

    @Override
    public void close() {
        driver.close();
    }
}
