package dev.seventouch.embedded;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A real Apache Kafka broker, its own controller (KRaft), that keeps its records on disk. What it acknowledged survives a
 * killed process.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private final KafkaRaftServer server;
    private final int port;

    private EmbeddedBroker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Returns once clients are answered.
     *
     * @param directory of this broker alone; made and formatted at the first start
     * @param port on 127.0.0.1; 0 for any free one
     * @throws CannotStart if the port is taken, or the directory can't be written to or is in use
     */
    public static EmbeddedBroker start(Path directory, int port) {
        Path home = Directories.writable(directory).toAbsolutePath();
        int brokerPort = Loopback.free(port, "the Kafka broker");
        Map<String, String> settings = BrokerSettings.of(home, brokerPort, Loopback.free(0, "the Kafka controller"));
        try {
            format(home);
            KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
            server.startup();
            return new EmbeddedBroker(server, brokerPort);
        } catch (KafkaException e) {
            throw new CannotStart("the Kafka broker can't start on " + home + ": " + e.getMessage(), e);
        }
    }

    public String bootstrapServers() {
        return Loopback.HOST + ":" + port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Path home) {
        if (Files.exists(home.resolve("meta.properties"))) {
            return;
        }
        try {
            new Formatter()
                    .setPrintStream(new PrintStream(PrintStream.nullOutputStream()))
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(BrokerSettings.NODE)
                    .setControllerListenerName(BrokerSettings.CONTROLLER)
                    .addDirectory(home.toString())
                    .setMetadataLogDirectory(home.toString())
                    .run();
        } catch (IOException e) {
            throw new CannotStart("the directory " + home + " can't be written to", e);
        } catch (Exception e) { // run() declares it; it has no other checked one
            throw new CannotStart("the directory " + home + " can't be made ready for Kafka: " + e.getMessage(), e);
        }
    }
}
