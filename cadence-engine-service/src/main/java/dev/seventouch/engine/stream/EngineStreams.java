package dev.seventouch.engine.stream;

import dev.seventouch.engine.enrollment.Enrollment;
import dev.seventouch.engine.enrollment.Enrollments;
import dev.seventouch.engine.enrollment.NotYet;
import dev.seventouch.events.lead.LeadId;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.ThreadMetadata;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;

/** The running engine: how it is, and where its leads stand. */
public final class EngineStreams implements HealthIndicator, Enrollments {
    /** How many leads are looked at to find some of a cadence. */
    private static final int LOOKED_AT = 20_000;

    private final StreamsBuilderFactoryBean streams;
    private final HostInfo address;
    private final StateOnDisk state;

    /**
     * @param address where this instance answers, as {@code host:port}
     * @param state the directory of its state on disk
     */
    public EngineStreams(StreamsBuilderFactoryBean streams, String address, Path state) {
        this.streams = streams;
        this.address = HostInfo.buildFromEndpoint(address);
        this.state = new StateOnDisk(state);
    }

    /** Started once what is published is known: a lead then never waits for its plan. */
    public void start() {
        state.removeUntrusted();
        streams.start();
    }

    @Override
    public Health health() {
        KafkaStreams running = streams.getKafkaStreams();
        if (running == null) {
            return Health.outOfService()
                    .withDetail("streams", "not started yet")
                    .build();
        }
        return switch (running.state()) {
            case RUNNING -> Health.up().build();
            case CREATED, REBALANCING ->
                Health.outOfService().withDetail("streams", running.state()).build();
            case PENDING_SHUTDOWN, NOT_RUNNING, PENDING_ERROR, ERROR ->
                Health.down().withDetail("streams", running.state()).build();
        };
    }

    /** How far this instance has read and committed, by topic and partition. */
    public Map<TopicPartition, Long> positions() {
        Map<TopicPartition, Long> positions = new HashMap<>();
        KafkaStreams running = streams.getKafkaStreams();
        if (running != null) {
            for (ThreadMetadata thread : running.metadataForLocalThreads()) {
                thread.activeTasks().forEach(task -> positions.putAll(task.committedOffsets()));
            }
        }
        return positions;
    }

    // ---- where leads stand

    @Override
    public Found find(LeadId lead) {
        KafkaStreams running = running();
        KeyQueryMetadata where = running.queryMetadataForKey(
                FollowUpProcessor.ENROLLMENTS, lead.value(), Serdes.String().serializer());
        if (where == null || where.equals(KeyQueryMetadata.NOT_AVAILABLE)) {
            throw new NotYet();
        }
        if (!where.activeHost().equals(address)) {
            return new Found.Elsewhere(uri(where.activeHost()));
        }
        @Nullable Enrollment enrollment = this.<Enrollment, @Nullable Enrollment>in(
                FollowUpProcessor.ENROLLMENTS, store -> store.get(lead.value()));
        return enrollment == null ? new Found.Nobody() : new Found.Here(enrollment);
    }

    @Override
    public List<Waiting> waiting(String cadence) {
        return this.<Long, List<Waiting>>in(FollowUpProcessor.CENSUS, store -> {
            List<Waiting> waiting = new ArrayList<>();
            try (KeyValueIterator<String, Long> entries = store.range(cadence + "@", cadence + "A")) {
                while (entries.hasNext()) {
                    KeyValue<String, Long> entry = entries.next();
                    waiting.add(Census.read(entry.key, entry.value));
                }
            }
            return waiting;
        });
    }

    @Override
    public List<Enrollment.Active> some(String cadence, int most) {
        return this.<Enrollment, List<Enrollment.Active>>in(FollowUpProcessor.ENROLLMENTS, store -> {
            List<Enrollment.Active> some = new ArrayList<>();
            try (KeyValueIterator<String, Enrollment> entries = store.all()) {
                for (int i = 0; i < LOOKED_AT && some.size() < most && entries.hasNext(); i++) {
                    if (entries.next().value instanceof Enrollment.Active active
                            && active.cadence().id().equals(cadence)) {
                        some.add(active);
                    }
                }
            }
            return some;
        });
    }

    @Override
    public List<URI> others() {
        return running().metadataForAllStreamsClients().stream()
                .map(StreamsMetadata::hostInfo)
                .filter(host -> !host.equals(address))
                .distinct()
                .map(EngineStreams::uri)
                .toList();
    }

    private <V, T extends @Nullable Object> T in(String name, Function<ReadOnlyKeyValueStore<String, V>, T> look) {
        try {
            return look.apply(running()
                    .store(StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.<String, V>keyValueStore())));
        } catch (InvalidStateStoreException e) {
            throw new NotYet();
        }
    }

    private KafkaStreams running() {
        KafkaStreams running = streams.getKafkaStreams();
        if (running == null) {
            throw new NotYet();
        }
        return running;
    }

    private static URI uri(HostInfo host) {
        return URI.create("http://" + host.host() + ":" + host.port());
    }
}
