package dev.seventouch.engine.stream;

import dev.seventouch.engine.enrollment.Decision;
import dev.seventouch.engine.enrollment.Enrollment;
import dev.seventouch.engine.enrollment.Evolution;
import dev.seventouch.engine.enrollment.FollowUp;
import dev.seventouch.engine.enrollment.Input;
import dev.seventouch.engine.enrollment.Waking;
import dev.seventouch.engine.policy.Leveller;
import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.wire.Decoded;
import dev.seventouch.events.wire.Topic;
import dev.seventouch.events.wire.Topics;
import dev.seventouch.service.stream.DeadLetterHeaders;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
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
    static final String EARLY = "early";
    static final String CENSUS = "census";
    static final String KEEPERS = "keepers";
    private static final Logger log = LoggerFactory.getLogger(FollowUpProcessor.class);

    /** How long what was heard of a lead waits for its capture. A stop is in the ledger besides, which forgets nothing. */
    private static final Duration EARLY_FOR = Duration.ofDays(30);

    private static final Duration TO_FORGET_EVERY = Duration.ofMinutes(1);
    private static final int EARLY_AT_A_TIME = 1_000;

    private final FollowUp followUp;
    private final Announcer announcer;
    private final EngineTopology engine;
    private final Activity activity;

    // Set by init, before anything else is called.
    private ProcessorContext<String, Outgoing> context;
    private Standings standings;
    private DueIndex due;
    private EarlyInputs early;
    private Backlog backlog;
    private Waking waking;
    private Round round;
    private long keeper;
    private long budget;
    private Timer ticks;

    @SuppressWarnings("NullAway.Init")
    FollowUpProcessor(FollowUp followUp, Announcer announcer, EngineTopology engine) {
        this.followUp = followUp;
        this.announcer = announcer;
        this.engine = engine;
        this.activity = engine.activity();
    }

    @Override
    public void init(ProcessorContext<String, Outgoing> context) {
        this.context = context;
        KeyValueStore<Bytes, byte[]> index = context.getStateStore(DUE);
        KeyValueStore<Bytes, byte[]> parked = context.getStateStore(EARLY);
        this.due = new DueIndex(index);
        this.early = new EarlyInputs(parked);
        this.standings =
                new Standings(context.getStateStore(ENROLLMENTS), due, new Census(context.getStateStore(CENSUS)));
        KeyValueStore<String, Long> keepers = context.getStateStore(KEEPERS);
        @Nullable Long before = keepers.get(KEEPERS);
        this.keeper = before == null ? 1 : before + 1;
        keepers.put(KEEPERS, keeper);
        standings.takeOver(keeper);
        int partition = context.taskId().partition();
        this.backlog = engine.backlogs().of(partition);
        this.waking = new Waking(
                followUp, new Leveller(Topics.PARTITIONS, engine.ticking().release()));
        this.round = new Round(
                standings,
                this::republished,
                engine.migrations(),
                engine.ticking().rest(),
                engine.audit(partition));
        this.budget = engine.ticking().budget().toNanos();
        this.ticks = engine.ticks();
        context.schedule(engine.ticking().every(), PunctuationType.WALL_CLOCK_TIME, this::tick);
        context.schedule(
                TO_FORGET_EVERY,
                PunctuationType.WALL_CLOCK_TIME,
                wallMillis -> early.forget(wallMillis - EARLY_FOR.toMillis(), EARLY_AT_A_TIME));
    }

    @Override
    public void close() {
        standings.leave(keeper);
    }

    // ---- what comes in

    @Override
    public void process(Record<String, byte[]> record) {
        activity.goesOn();
        RecordMetadata from = context.recordMetadata().orElseThrow();
        if (from.topic().equals(Topics.LEADS.name())) {
            if (record.value() == null) {
                erase(record.key());
            } else {
                take(Topics.LEADS, record, (event, known) -> captured(record.key(), known, event));
            }
        } else if (from.topic().equals(Topics.SIGNALS.name())) {
            take(
                    Topics.SIGNALS,
                    record,
                    (signal, known) -> inputs(record, known, Topics.SIGNALS, new Input.Signalled(signal)));
        } else {
            take(
                    Topics.OUTCOMES,
                    record,
                    (outcome, known) -> inputs(record, known, Topics.OUTCOMES, new Input.Answered(outcome)));
        }
        backlog.read(new TopicPartition(from.topic(), from.partition()), from.offset());
    }

    private <V> void take(
            Topic<V> topic, Record<String, byte[]> record, BiFunction<V, @Nullable Enrollment, List<Input>> inputs) {
        switch (topic.decode(record.value())) {
            case Decoded.Unreadable<V>(var raw, var why) -> setAside(topic, record, raw, why);
            case Decoded.Readable<V>(var event)
            when !topic.keyOf(event).equals(record.key()) ->
                setAside(topic, record, record.value(), "the key is not the lead's id");
            case Decoded.Readable<V>(var event) -> {
                @Nullable Enrollment known = standings.of(record.key());
                try {
                    tell(record.key(), known, inputs.apply(event, known));
                } catch (Undecidable e) {
                    log.error("lead={} set aside: {}", record.key(), e.getMessage(), e);
                    setAside(topic, record, record.value(), "the engine could not decide: " + e.getMessage());
                }
            }
        }
    }

    private List<Input> captured(String lead, @Nullable Enrollment known, LeadEvent event) {
        return switch (event) {
            case LeadEvent.Captured captured -> {
                Input capture = new Input.Captured(captured);
                List<Input> heardBefore = known == null ? early.take(lead) : List.of();
                if (heardBefore.isEmpty()) {
                    yield List.of(capture);
                }
                // First as what it was, before all that was heard; then as what it may be by now: a capture after an
                // end.
                List<Input> all = new ArrayList<>(heardBefore);
                all.addFirst(capture);
                all.addLast(capture);
                yield all;
            }
        };
    }

    private List<Input> inputs(Record<String, byte[]> record, @Nullable Enrollment known, Topic<?> topic, Input input) {
        if (known == null) {
            early.park(record.key(), topic, record.value(), context.currentSystemTimeMs());
            return List.of();
        }
        return List.of(input);
    }

    private void erase(String lead) {
        standings.forget(lead);
        early.take(lead);
        forward(new Announcer.Said(lead, new Outgoing(Topics.SCHEDULE.name(), null), new RecordHeaders()));
        log.info("lead={} erased", lead);
    }

    // ---- what is due

    private void tick(long wallMillis) {
        if (!backlog.isRead()) {
            return;
        }
        long began = System.nanoTime();
        Instant now = engine.clock().instant();
        due.walk(now, entry -> {
            wake(entry, now);
            return System.nanoTime() - began < budget;
        });
        round.goOn(wallMillis);
        ticks.record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
    }

    private void wake(DueIndex.Due entry, Instant now) {
        activity.goesOn();
        @Nullable Enrollment enrollment = standings.of(entry.lead());
        if (enrollment == null || !wakesAt(enrollment, entry.at())) {
            due.move(entry.lead(), Optional.of(entry.at()), Optional.empty());
            return;
        }
        try {
            tell(entry.lead(), enrollment, List.of());
        } catch (Undecidable e) {
            log.error("lead={} can't be decided about; looking again in an hour", entry.lead(), e);
            due.move(entry.lead(), Optional.of(entry.at()), Optional.of(now.plusSeconds(3600)));
        }
    }

    private void republished(String lead) {
        try {
            tell(lead, standings.of(lead), List.of(new Input.Republished()));
        } catch (Undecidable e) {
            log.error("lead={} stays on its version", lead, e);
        }
    }

    // The index holds milliseconds.
    private static boolean wakesAt(Enrollment enrollment, Instant at) {
        return enrollment.wakeAt().map(Instant::toEpochMilli).orElse(-1L) == at.toEpochMilli();
    }

    // ---- one lead

    /** Tells a lead's enrollment all of it, then wakes it as long as something is due. */
    private void tell(String lead, @Nullable Enrollment enrollment, List<Input> inputs) {
        Telling telling = new Telling(lead, enrollment, engine.clock().instant());
        try {
            inputs.forEach(telling::tell);
            if (telling.isSomebody() && backlog.isRead()) {
                waking.wake(telling, telling.now);
            }
        } catch (RuntimeException e) {
            // Pure code that throws is a fault of ours. Nothing has changed yet, so only this one lead is held up by
            // it.
            throw new Undecidable(e);
        }
        telling.keep();
    }

    /** What is decided about one lead; kept and said only when all of it has been decided. */
    private final class Telling implements Waking.Moving {
        private final String lead;
        private final Instant now;
        private final @Nullable Enrollment before;
        private final List<Decision> decisions = new ArrayList<>(8);
        private @Nullable Enrollment after;

        Telling(String lead, @Nullable Enrollment before, Instant now) {
            this.lead = lead;
            this.before = before;
            this.after = before;
            this.now = now;
        }

        @Override
        public void tell(Input input) {
            for (Decision decision : followUp.decide(after, input, now)) {
                after = Evolution.apply(after, decision);
                decisions.add(decision);
            }
        }

        @Override
        public Enrollment enrollment() {
            return java.util.Objects.requireNonNull(after);
        }

        boolean isSomebody() {
            return after != null;
        }

        void keep() {
            if (after == null || after == before) {
                return;
            }
            standings.move(lead, before, after);
            announcer.story(lead, decisions);
            for (Decision decision : decisions) {
                if (decision instanceof Decision.Touched touched) {
                    forward(announcer.touch(touched));
                    engine.lateness().of(touched, now);
                }
            }
            announcer.schedule(before, after, now).ifPresent(FollowUpProcessor.this::forward);
        }
    }

    // ---- what goes out

    private void setAside(Topic<?> topic, Record<String, byte[]> record, byte @Nullable [] raw, String why) {
        log.warn("set aside from {} under key {}: {}", topic, record.key(), why);
        engine.deadLetters(topic).increment();
        RecordMetadata from = context.recordMetadata().orElseThrow();
        Headers headers = DeadLetterHeaders.setAside(
                record.headers(), DeadLetterHeaders.positionOf(from.topic(), from.partition(), from.offset()), why);
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
