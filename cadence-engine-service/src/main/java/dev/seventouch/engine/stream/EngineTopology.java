package dev.seventouch.engine.stream;

import dev.seventouch.engine.enrollment.Catalogue;
import dev.seventouch.engine.enrollment.FollowUp;
import dev.seventouch.engine.enrollment.Pace;
import dev.seventouch.events.wire.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Leads, signals and outcomes in; touches and the schedule out; one processor between. */
public final class EngineTopology {
    private final Catalogue catalogue;
    private final Pace pace;
    private final InstantSource clock;
    private final Ticking ticking;
    private final String source;
    private final MeterRegistry meters;

    /** @param source how the engine names itself in events */
    public EngineTopology(
            Catalogue catalogue, Pace pace, InstantSource clock, Ticking ticking, String source, MeterRegistry meters) {
        this.catalogue = catalogue;
        this.pace = pace;
        this.clock = clock;
        this.ticking = ticking;
        this.source = source;
        this.meters = meters;
    }

    public void build(StreamsBuilder builder) {
        builder.stream(
                        List.of(Topics.LEADS.name(), Topics.SIGNALS.name(), Topics.OUTCOMES.name()),
                        Consumed.with(Serdes.String(), Serdes.ByteArray()))
                .process(new Supplier())
                .to((key, outgoing, context) -> outgoing.topic(), Produced.with(Serdes.String(), outgoing()));
    }

    private final class Supplier implements ProcessorSupplier<String, byte[], String, Outgoing> {
        @Override
        public Processor<String, byte[], String, Outgoing> get() {
            return new FollowUpProcessor(
                    new FollowUp(catalogue, pace), new Announcer(catalogue, source, meters), clock, ticking);
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(
                    Stores.keyValueStoreBuilder(
                            Stores.persistentKeyValueStore(FollowUpProcessor.ENROLLMENTS),
                            Serdes.String(),
                            EnrollmentSerde.serde()),
                    Stores.keyValueStoreBuilder(
                            Stores.persistentKeyValueStore(FollowUpProcessor.DUE), Serdes.Bytes(), Serdes.ByteArray()));
        }
    }

    private static Serde<Outgoing> outgoing() {
        return Serdes.serdeFrom((topic, outgoing) -> outgoing.value(), (topic, value) -> new Outgoing(topic, value));
    }
}
