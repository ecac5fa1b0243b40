package dev.seventouch.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.seventouch.embedded.EmbeddedBroker;
import dev.seventouch.embedded.EmbeddedStore;
import dev.seventouch.embedded.Inbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The production shape: four processes from the services' own jars, told everything by their environment alone. */
class SeparateProcessesIT {
    private static final Path ROOT = Path.of(System.getProperty("seventouch.root"));
    private static final String OPERATOR_KEY = "an operator's key of a test";
    private static final Duration SOON = Duration.ofSeconds(60);

    private final List<Process> processes = new ArrayList<>();

    @TempDir
    private Path directory;

    @AfterEach
    void stop() throws InterruptedException {
        processes.forEach(Process::destroy);
        for (Process process : processes) {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    @Test
    void the_main_job_runs() throws Exception {
        Ports ports = Ports.movedBy(Offsets.free());
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("kafka"), ports.kafka());
                EmbeddedStore store = EmbeddedStore.onDisk(directory.resolve("store"), ports.store());
                Inbox inbox = Inbox.start(directory.resolve("inbox"), ports.smtp(), ports.inbox());
                Health health = new Health(ports);
                Client house = new Client(ports, OPERATOR_KEY)) {
            TopicsGate.make(broker.bootstrapServers());
            Map<String, String> common = Map.of(
                    "SEVENTOUCH_KAFKA",
                    broker.bootstrapServers(),
                    "SEVENTOUCH_MONGODB",
                    store.uri(),
                    "SEVENTOUCH_OPERATOR_KEY",
                    OPERATOR_KEY,
                    "SEVENTOUCH_LINKS_KEYS",
                    "the links' key of a test",
                    "SEVENTOUCH_LINKS_BASE",
                    "http://localhost:" + ports.intake(),
                    "SEVENTOUCH_CAMPAIGNS",
                    ROOT.resolve("campaigns").toString());
            start(
                    "lead-intake-service",
                    common,
                    Map.of(
                            "SEVENTOUCH_INTAKE_PORT",
                            "" + ports.intake(),
                            "SEVENTOUCH_INTAKE_IDENTITY_KEY",
                            "the identity key of a test"));
            start(
                    "cadence-engine-service",
                    common,
                    Map.of(
                            "SEVENTOUCH_ENGINE_PORT",
                            "" + ports.engine(),
                            "SEVENTOUCH_ENGINE_STATE",
                            directory.resolve("engine").toString()));
            start(
                    "mailer-service",
                    common,
                    Map.of(
                            "SEVENTOUCH_MAILER_PORT", "" + ports.mailer(),
                            "SEVENTOUCH_SMTP", "127.0.0.1:" + inbox.smtpPort()));
            start("sales-desk-service", common, Map.of("SEVENTOUCH_DESK_PORT", "" + ports.desk()));
            await().atMost(Duration.ofSeconds(240)).untilAsserted(() -> {
                assertThat(processes).allMatch(Process::isAlive);
                assertThat(health.allUp()).as(health.troubles()).isTrue();
            });

            String lead = house.capture("ada@example.org", "Ada Lovelace");
            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(house.mailsTo("ada@example.org")).hasSize(1));
            assertThat(house.signal(lead, Map.of("type", "ready-to-buy")).statusCode())
                    .isEqualTo(202);
            await().atMost(SOON).untilAsserted(() -> {
                List<JsonNode> tasks = Client.elements(house.tasks(lead).at("/tasks"));
                assertThat(tasks).anyMatch(task -> task.at("/urgent").booleanValue());
            });
        }
    }

    private void start(String module, Map<String, String> common, Map<String, String> own) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                // What this test waits for most is starts.
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                appOf(module).toString());
        builder.environment().putAll(common);
        builder.environment().putAll(own);
        Path log = directory.resolve(module + ".log");
        processes.add(
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start());
    }

    private static Path appOf(String module) throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve(module).resolve("target"))) {
            return files.filter(file -> file.getFileName().toString().endsWith("-app.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
