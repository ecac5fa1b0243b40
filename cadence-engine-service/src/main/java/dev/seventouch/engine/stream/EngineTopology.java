package dev.seventouch.engine.stream;

import dev.seventouch.engine.enrollment.Catalogue;
import dev.seventouch.engine.enrollment.FollowUp;
import dev.seventouch.engine.enrollment.Pace;
import dev.seventouch.events.wire.Topic;
import dev.seventouch.events.wire.Topics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Leads, signals and outcomes in; touches and the schedule out; one processor between. */
public final class EngineTopology {
    /**
     * An engine that was killed reads all of this log before it goes on. What is in the latest segment is not compacted, which at
     * the broker's own gigabyte may be a hundred versions of each enrollment.
     */
    private static final Map<String, String> SOON_COMPACTED = Map.of(
            TopicConfig.SEGMENT_BYTES_CONFIG,
            String.valueOf(32 * 1024 * 1024),
            TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG,
            "0.3");

    private static final List<Topic<?>> IN = List.of(Topics.LEADS, Topics.SIGNALS, Topics.OUTCOMES);

    private final Catalogue catalogue;
    private final IntSupplier migrations;
    private final Pace pace;
    private final InstantSource clock;
    private final Ticking ticking;
    private final Activity activity;
    private final Backlog.Source backlogs;
    private final String source;
    private final MeterRegistry meters;
    private final Timer ticks;
    private final Lateness lateness;
    private final Map<Integer, Audit> audits = new ConcurrentHashMap<>();

    /**
     * @param migrations how often something was published for those who are enrolled
     * @param source how the engine names itself in events
     */
    public EngineTopology(
            Catalogue catalogue,
            IntSupplier migrations,
            Pace pace,
            InstantSource clock,
            Ticking ticking,
            Activity activity,
            Backlog.Source backlogs,
            String source,
            MeterRegistry meters) {
        this.catalogue = catalogue;
        this.migrations = migrations;
        this.pace = pace;
        this.clock = clock;
        this.ticking = ticking;
        this.activity = activity;
        this.backlogs = backlogs;
        this.source = source;
        this.meters = meters;
        this.ticks = Timer.builder("seventouch.engine.tick")
                .description("a look of one partition for what is due, with what it wakes")
                .register(meters);
        this.lateness = new Lateness(meters);
        // There from the start on: what first shows as 1 has not risen, and alerts nobody.
        IN.forEach(this::deadLetters);
    }

    public void build(StreamsBuilder builder) {
        builder.stream(IN.stream().map(Topic::name).toList(), Consumed.with(Serdes.String(), Serdes.ByteArray()))
                .process(new Supplier())
                .to((key, outgoing, context) -> outgoing.topic(), Produced.with(Serdes.String(), outgoing()));
    }

    private final class Supplier implements ProcessorSupplier<String, byte[], String, Outgoing> {
        @Override
        public Processor<String, byte[], String, Outgoing> get() {
            return new FollowUpProcessor(
                    new FollowUp(catalogue, pace), new Announcer(catalogue, source, meters), EngineTopology.this);
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(
                    Stores.keyValueStoreBuilder(
                                    store(FollowUpProcessor.ENROLLMENTS), Serdes.String(), EnrollmentSerde.serde())
                            .withLoggingEnabled(SOON_COMPACTED),
                    Stores.keyValueStoreBuilder(store(FollowUpProcessor.DUE), Serdes.Bytes(), Serdes.ByteArray())
                            .withLoggingDisabled(),
                    Stores.keyValueStoreBuilder(store(FollowUpProcessor.EARLY), Serdes.Bytes(), Serdes.ByteArray()),
                    // Few keys that change with every touch: cached, they are written once a commit.
                    Stores.keyValueStoreBuilder(store(FollowUpProcessor.CENSUS), Serdes.String(), Serdes.Long())
                            .withCachingEnabled(),
                    Stores.keyValueStoreBuilder(store(FollowUpProcessor.KEEPERS), Serdes.String(), Serdes.Long()));
        }

        private static KeyValueBytesStoreSupplier store(String name) {
            return Stores.persistentKeyValueStore(name);
        }
    }

    private static Serde<Outgoing> outgoing() {
        return Serdes.serdeFrom((topic, outgoing) -> outgoing.value(), (topic, value) -> new Outgoing(topic, value));
    }

    InstantSource clock() {
        return clock;
    }

    Ticking ticking() {
        return ticking;
    }

    Activity activity() {
        return activity;
    }

    Backlog.Source backlogs() {
        return backlogs;
    }

    IntSupplier migrations() {
        return migrations;
    }

    /** Each look of one partition for what is due, with what it wakes. */
    Timer ticks() {
        return ticks;
    }

    Counter deadLetters(Topic<?> topic) {
        return meters.counter("seventouch.dead.letters", "topic", topic.name());
    }

    Lateness lateness() {
        return lateness;
    }

    /** The figures outlive the task: the partition may come back. */
    Audit audit(int partition) {
        return audits.computeIfAbsent(partition, number -> new Audit(number, meters));
    }
}
