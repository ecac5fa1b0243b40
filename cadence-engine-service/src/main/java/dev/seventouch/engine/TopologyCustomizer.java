package dev.seventouch.engine;

import dev.seventouch.engine.stream.EngineTopology;
import org.apache.kafka.streams.StreamsBuilder;
import org.springframework.kafka.config.KafkaStreamsInfrastructureCustomizer;

/** Hands the engine's topology to Spring Kafka. */
record TopologyCustomizer(EngineTopology topology) implements KafkaStreamsInfrastructureCustomizer {

    @Override
    public void configureBuilder(StreamsBuilder builder) {
        topology.build(builder);
    }
}
