package dev.seventouch.engine.stream;

import dev.seventouch.engine.cadence.Place;
import dev.seventouch.engine.enrollment.Catalogue;
import dev.seventouch.engine.enrollment.Decision;
import dev.seventouch.engine.enrollment.Enrollment;
import dev.seventouch.engine.enrollment.Forecast;
import dev.seventouch.engine.enrollment.Touch;
import dev.seventouch.events.schedule.ScheduleEvent;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.TouchEvent;
import dev.seventouch.events.touch.TouchRef;
import dev.seventouch.events.wire.Json;
import dev.seventouch.events.wire.Topic;
import dev.seventouch.events.wire.Topics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts decisions into words: events for the other services, lines for the log, figures for whoever watches. */
final class Announcer {
    private static final Logger log = LoggerFactory.getLogger(Announcer.class);

    private final Catalogue catalogue;
    private final String source;
    private final MeterRegistry meters;
    private final Map<String, Counter> counters = new HashMap<>();

    /** @param source how the engine names itself in events */
    Announcer(Catalogue catalogue, String source, MeterRegistry meters) {
        this.catalogue = catalogue;
        this.source = source;
        this.meters = meters;
    }

    record Said(String key, Outgoing what, Headers headers) {}

    Said touch(Decision.Touched touched) {
        Topic<TouchEvent> topic = switch (touched.lane()) {
            case FIRST -> Topics.FIRST_TOUCHES;
            case PLAN -> Topics.TOUCHES;
        };
        return said(topic, touched.due());
    }

    /** What people and their calendars have to know, if that has changed. */
    Optional<Said> schedule(@Nullable Enrollment before, Enrollment after, Instant now) {
        return switch (after) {
            case Enrollment.Unplaced _, Enrollment.Unconfirmed _ -> Optional.empty();
            case Enrollment.Active active ->
                active.next() instanceof Touch.Planned planned && !isNextOf(before, planned)
                        ? planned(active, planned, now)
                        : Optional.empty();
            case Enrollment.Finished finished ->
                before instanceof Enrollment.Finished earlier && earlier.ending() == finished.ending()
                        ? Optional.empty()
                        : Optional.of(said(
                                Topics.SCHEDULE,
                                new ScheduleEvent.Ended(finished.lead().id(), Json.nameOf(finished.ending()), now)));
        };
    }

    private static boolean isNextOf(@Nullable Enrollment before, Touch.Planned planned) {
        return before instanceof Enrollment.Active active && active.next().equals(planned);
    }

    private Optional<Said> planned(Enrollment.Active active, Touch.Planned planned, Instant now) {
        return channelOf(active, planned)
                .map(channel -> said(
                        Topics.SCHEDULE,
                        new ScheduleEvent.Planned(
                                active.lead().id(),
                                TouchRef.of(
                                        active.lead().id(),
                                        active.id(),
                                        planned.place().key(),
                                        planned.place().occurrence(),
                                        channel,
                                        null,
                                        active.cadence().version(),
                                        planned.dueAt()),
                                planned.dueAt(),
                                planned.why(),
                                Forecast.dryAt(active, planned, catalogue).orElse(null),
                                now)));
    }

    private Optional<Channel> channelOf(Enrollment.Active active, Touch.Planned planned) {
        if (planned.picked() != null) {
            return Optional.of(planned.picked().channel());
        }
        Place place = planned.place();
        return catalogue
                .cadence(active.cadence())
                .flatMap(cadence -> cadence.turn(place))
                .map(turn -> turn.action().channel());
    }

    private <V> Said said(Topic<V> topic, V event) {
        return new Said(
                topic.keyOf(event), new Outgoing(topic.name(), topic.encode(event)), topic.headersOf(event, source));
    }

    /** One line of a lead's story, and one more of each kind of decision. */
    void story(String lead, List<Decision> decisions) {
        for (Decision decision : decisions) {
            counters.computeIfAbsent(
                            Metrics.kindOf(decision),
                            kind -> meters.counter("seventouch.engine.decisions", "kind", kind))
                    .increment();
        }
        if (log.isInfoEnabled()) {
            log.info("lead={} {}", lead, Story.of(decisions));
        }
    }
}
