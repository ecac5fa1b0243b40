package dev.seventouch.engine.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seventouch.engine.enrollment.Decision;
import dev.seventouch.engine.enrollment.Enrollment;
import dev.seventouch.engine.enrollment.Evolution;
import dev.seventouch.engine.enrollment.FollowUp;
import dev.seventouch.engine.enrollment.Input;
import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.wire.Decoded;
import dev.seventouch.events.wire.Topic;
import dev.seventouch.events.wire.Topics;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine's one processor. It has no opinion of its own: it hands what comes in, and the time, to {@link FollowUp},
 * keeps what follows, and says what was decided, all in one transaction.
 */
final class FollowUpProcessor implements Processor<String, byte[], String, Outgoing> {
    static final String ENROLLMENTS = "enrollments";
    static final String DUE = "due";
    private static final Logger log = LoggerFactory.getLogger(FollowUpProcessor.class);

    private final FollowUp followUp;
    private final Announcer announcer;
    private final InstantSource clock;
    private final Ticking ticking;

    // Set by init, before anything else is called.
    private ProcessorContext<String, Outgoing> context;
    private KeyValueStore<String, Enrollment> enrollments;
    private DueIndex due;

    @SuppressWarnings("NullAway.Init")
    FollowUpProcessor(FollowUp followUp, Announcer announcer, InstantSource clock, Ticking ticking) {
        this.followUp = followUp;
        this.announcer = announcer;
        this.clock = clock;
        this.ticking = ticking;
    }

    @Override
    public void init(ProcessorContext<String, Outgoing> context) {
        this.context = context;
        this.enrollments = context.getStateStore(ENROLLMENTS);
        KeyValueStore<Bytes, byte[]> index = context.getStateStore(DUE);
        this.due = new DueIndex(index);
        context.schedule(ticking.every(), PunctuationType.WALL_CLOCK_TIME, wallTime -> tick());
    }

    @Override
    public void process(Record<String, byte[]> record) {
        String topic = context.recordMetadata().orElseThrow().topic();
        if (topic.equals(Topics.LEADS.name())) {
            if (record.value() == null) {
                erase(record.key());
                return;
            }
            take(Topics.LEADS, record, FollowUpProcessor::captured);
        } else if (topic.equals(Topics.SIGNALS.name())) {
            take(Topics.SIGNALS, record, Input.Signalled::new);
        } else {
            take(Topics.OUTCOMES, record, Input.Answered::new);
        }
    }

    private static Input captured(LeadEvent event) {
        return switch (event) {
            case LeadEvent.Captured captured -> new Input.Captured(captured);
        };
    }

    private <V> void take(Topic<V> topic, Record<String, byte[]> record, java.util.function.Function<V, Input> input) {
        switch (topic.decode(record.value())) {
            case Decoded.Unreadable<V>(var raw, var why) -> setAside(topic, record, raw, why);
            case Decoded.Readable<V>(var event)
            when !topic.keyOf(event).equals(record.key()) ->
                setAside(topic, record, record.value(), "the key is not the lead's id");
            case Decoded.Readable<V>(var event) -> {
                try {
                    handle(record.key(), input.apply(event));
                } catch (Undecidable e) {
                    log.error("lead={} set aside: {}", record.key(), e.getMessage(), e);
                    setAside(topic, record, record.value(), "the engine could not decide: " + e.getMessage());
                }
            }
        }
    }

    private void tick() {
        Instant now = clock.instant();
        for (DueIndex.Due entry : due.due(now, ticking.budget())) {
            Enrollment enrollment = enrollments.get(entry.lead());
            if (enrollment == null || !wakesAt(enrollment, entry.at())) {
                due.move(entry.lead(), Optional.of(entry.at()), Optional.empty());
                continue;
            }
            try {
                handle(entry.lead(), new Input.Woken());
            } catch (Undecidable e) {
                log.error("lead={} can't be decided about; looking again in an hour", entry.lead(), e);
                due.move(entry.lead(), Optional.of(entry.at()), Optional.of(now.plusSeconds(3600)));
            }
        }
    }

    // The index holds milliseconds.
    private static boolean wakesAt(Enrollment enrollment, Instant at) {
        return enrollment.wakeAt().map(Instant::toEpochMilli).orElse(-1L) == at.toEpochMilli();
    }

    private void handle(String lead, Input input) {
        Instant now = clock.instant();
        Enrollment before = enrollments.get(lead);
        List<Decision> decisions;
        try {
            decisions = followUp.decide(before, input, now);
        } catch (RuntimeException e) {
            // Pure code that throws is a fault of ours. Nothing has changed yet, so only this one lead is held up by
            // it.
            throw new Undecidable(e);
        }
        Enrollment after = before;
        for (Decision decision : decisions) {
            after = Evolution.apply(after, decision);
            announcer.story(lead, decision);
            if (decision instanceof Decision.Touched touched) {
                announcer.touch(touched).forEach(this::forward);
            }
        }
        if (after == null || decisions.isEmpty()) {
            return;
        }
        enrollments.put(lead, after);
        due.move(lead, before == null ? Optional.empty() : before.wakeAt(), after.wakeAt());
        announcer.schedule(before, after, now).ifPresent(this::forward);
    }

    private void erase(String lead) {
        Enrollment enrollment = enrollments.delete(lead);
        if (enrollment != null) {
            due.move(lead, enrollment.wakeAt(), Optional.empty());
        }
        forward(new Announcer.Said(lead, new Outgoing(Topics.SCHEDULE.name(), null), new RecordHeaders()));
        log.info("lead={} erased", lead);
    }

    private void setAside(Topic<?> topic, Record<String, byte[]> record, byte @Nullable [] raw, String why) {
        log.warn("set aside from {} under key {}: {}", topic, record.key(), why);
        Headers headers = new RecordHeaders(record.headers().toArray()).add("seventouch_reason", why.getBytes(UTF_8));
        forward(new Announcer.Said(record.key(), new Outgoing(topic.deadLetters(), raw), headers));
    }

    private void forward(Announcer.Said said) {
        // Records carry wall time: in a demo, house time is years ahead, which a broker refuses.
        context.forward(new Record<>(said.key(), said.what(), context.currentSystemTimeMs(), said.headers()));
    }

    private static final class Undecidable extends RuntimeException {
        Undecidable(RuntimeException cause) {
            super(cause.toString(), cause);
        }
    }
}
