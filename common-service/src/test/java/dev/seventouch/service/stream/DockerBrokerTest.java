package dev.seventouch.service.stream;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;

/** The same contract on Kafka's own image, wherever Docker is. */
class DockerBrokerTest extends StreamContract {
    private static KafkaContainer broker;

    @BeforeAll
    static void start() throws Exception {
        boolean docker = DockerClientFactory.instance().isDockerAvailable();
        if (!docker) {
            System.err.println("SKIPPED: the stream contract on Kafka's own image, because Docker is not there");
        }
        assumeTrue(docker, "Docker is not there");
        broker = new KafkaContainer("apache/kafka:4.2.1");
        broker.start();
        connect(broker.getBootstrapServers());
    }

    @AfterAll
    static void stop() {
        disconnect();
        if (broker != null) {
            broker.stop();
        }
    }
}
