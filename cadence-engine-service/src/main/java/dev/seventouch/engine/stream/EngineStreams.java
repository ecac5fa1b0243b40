package dev.seventouch.engine.stream;

import dev.seventouch.engine.enrollment.Enrollment;
import dev.seventouch.engine.enrollment.Enrollments;
import dev.seventouch.engine.enrollment.NotYet;
import dev.seventouch.events.lead.LeadId;
import java.util.Optional;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;

/** The running engine: how it is, and where its leads stand. */
public final class EngineStreams implements HealthIndicator, Enrollments {
    private final StreamsBuilderFactoryBean streams;

    public EngineStreams(StreamsBuilderFactoryBean streams) {
        this.streams = streams;
    }

    /** Started once what is published is known: a lead then never waits for its plan. */
    public void start() {
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

    @Override
    public Optional<Enrollment> of(LeadId lead) {
        KafkaStreams running = streams.getKafkaStreams();
        if (running == null) {
            throw new NotYet();
        }
        try {
            @Nullable Enrollment enrollment = running.store(StoreQueryParameters.fromNameAndType(
                            FollowUpProcessor.ENROLLMENTS, QueryableStoreTypes.<String, Enrollment>keyValueStore()))
                    .get(lead.value());
            return Optional.ofNullable(enrollment);
        } catch (InvalidStateStoreException e) {
            throw new NotYet();
        }
    }
}
