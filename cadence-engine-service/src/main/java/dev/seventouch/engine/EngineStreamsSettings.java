package dev.seventouch.engine;

import dev.seventouch.engine.stream.StateMemory;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.kafka.config.KafkaStreamsConfiguration;
import org.springframework.stereotype.Component;

/** How Kafka Streams is set, and why. */
@Component
final class EngineStreamsSettings {
    static final String APPLICATION = "seventouch-engine";

    private final KafkaProperties kafka;
    private final EngineProperties engine;
    private final StateMemory memory;

    EngineStreamsSettings(KafkaProperties kafka, EngineProperties engine, StateMemory memory) {
        this.kafka = kafka;
        this.engine = engine;
        this.memory = memory;
    }

    KafkaStreamsConfiguration configuration() {
        Map<String, Object> settings = new HashMap<>();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION);
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, String.join(",", kafka.getBootstrapServers()));
        settings.put(StreamsConfig.CLIENT_ID_CONFIG, engine.instance());
        // Whichever instance is asked about a lead can tell which one knows it.
        settings.put(StreamsConfig.APPLICATION_SERVER_CONFIG, engine.address());
        settings.put(StreamsConfig.STATE_DIR_CONFIG, engine.state());
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, StateMemory.Shared.class);
        settings.put(StateMemory.SETTING, memory);
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, engine.threads());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        // A first touch can be read once its transaction commits: this is most of its latency.
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 25);
        // Static membership: a restarted engine takes up its partitions at once instead of waiting for its former self.
        settings.put(consumer(CommonClientConfigs.GROUP_INSTANCE_ID_CONFIG), engine.instance());
        settings.put(consumer(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 10_000);
        settings.put(consumer(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 3_000);
        settings.put(consumer(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        // What an instance left open when it died holds up whoever reads its touches until then.
        settings.put(producer(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 10_000);
        // What is written between two commits goes out in few large batches: the log takes them at a fraction of the
        // cost.
        settings.put(producer(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        settings.put(producer(ProducerConfig.BATCH_SIZE_CONFIG), 256 * 1024);
        settings.put(producer(ProducerConfig.BUFFER_MEMORY_CONFIG), 128L * 1024 * 1024);
        // State that is restored is read in large strokes.
        settings.put(StreamsConfig.restoreConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 10_000);
        settings.put(
                StreamsConfig.restoreConsumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG), 4 * 1024 * 1024);
        // When a broker dies: not to wait a minute for it.
        settings.put(admin(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG), 5_000);
        settings.put(admin(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG), 10_000);
        return new KafkaStreamsConfiguration(settings);
    }

    private static String consumer(String setting) {
        return StreamsConfig.mainConsumerPrefix(setting);
    }

    private static String producer(String setting) {
        return StreamsConfig.producerPrefix(setting);
    }

    private static String admin(String setting) {
        return StreamsConfig.adminClientPrefix(setting);
    }
}
