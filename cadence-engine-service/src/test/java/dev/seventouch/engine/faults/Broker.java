package dev.seventouch.engine.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.seventouch.events.wire.Topic;
import dev.seventouch.service.stream.NewTopics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/** The broker that a test kills: always on the same port, and what it has acknowledged stays on disk. */
final class Broker {
    private static final Duration TO_ANSWER = Duration.ofSeconds(60);

    private final Path directory;
    private final int port = Ports.free();
    private Jvm process;

    Broker(Path directory) {
        this.directory = directory;
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    /** Returns when it answers. */
    void start() {
        process = Jvm.start(
                BrokerProcess.class,
                directory.resolveSibling("broker.log"),
                Map.of(),
                directory.toString(),
                String.valueOf(port));
        try (Admin admin = admin()) {
            await("the broker answers")
                    .atMost(TO_ANSWER)
                    .failFast(() -> assertThat(process.isAlive())
                            .as("it is %s", process)
                            .isTrue())
                    .ignoreExceptions()
                    .until(() -> admin.listTopics().names().get(5, TimeUnit.SECONDS) != null);
        }
    }

    void kill() {
        process.kill();
    }

    boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** The topics of the house, but for those that are left out. */
    void makeTopics(String... leftOut) throws Exception {
        List<String> missing = List.of(leftOut);
        List<NewTopic> topics = NewTopics.of(Optional.empty()).stream()
                .filter(topic -> !missing.contains(topic.name()))
                .toList();
        try (Admin admin = admin()) {
            admin.createTopics(topics).all().get(30, TimeUnit.SECONDS);
        }
    }

    int partitionsOf(Topic<?> topic) throws Exception {
        try (Admin admin = admin()) {
            return admin.describeTopics(List.of(topic.name()))
                    .allTopicNames()
                    .get()
                    .get(topic.name())
                    .partitions()
                    .size();
        }
    }

    Admin admin() {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, address(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 20_000));
    }
}
