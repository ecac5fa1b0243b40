package dev.seventouch.engine.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.seventouch.events.lead.LeadId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One instance of the engine: after a restart on the same port, with the same name, over the same state. */
final class Engine {
    private static final String OPERATOR_KEY = "an operator's key of a test";
    private static final Duration TO_BE_UP = Duration.ofMinutes(3);
    private static final Duration TO_ANSWER = Duration.ofSeconds(60);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String instance;
    private final Path directory;
    private final Map<String, String> environment = new HashMap<>();
    private final String[] properties;
    private final int port = Ports.free();
    private Jvm process;

    /**
     * @param house what it has in common with the other instances
     * @param properties such as {@code --seventouch.engine.budget=20ms}
     */
    Engine(String instance, Path directory, Map<String, String> house, String... properties) {
        this.instance = instance;
        this.directory = directory;
        this.properties = properties;
        environment.putAll(house);
        environment.put("SEVENTOUCH_INSTANCE", instance);
        environment.put("SEVENTOUCH_ENGINE_STATE", state().toString());
        environment.put("SEVENTOUCH_ENGINE_PORT", String.valueOf(port));
        environment.put("SEVENTOUCH_OPERATOR_KEY", OPERATOR_KEY);
        environment.put("SEVENTOUCH_LINKS_KEYS", "the links' key of a test");
        environment.put("SEVENTOUCH_LINKS_BASE", "http://localhost");
    }

    String instance() {
        return instance;
    }

    /** Where it keeps what can be restored from the log. */
    Path state() {
        return directory.resolve("state-" + instance);
    }

    /** Returns at once. */
    void start() {
        process = Jvm.start(EngineProcess.class, directory.resolve(instance + ".log"), environment, properties);
    }

    /** Returns when it follows leads up. */
    void awaitUp() {
        await(instance + " is up")
                .atMost(TO_BE_UP)
                .pollInterval(Duration.ofMillis(100))
                .failFast(() -> assertThat(process.isAlive())
                        .as("%s is %s", instance, process)
                        .isTrue())
                .until(this::isUp);
    }

    boolean isUp() {
        try {
            return get("/actuator/health").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    void kill() {
        process.kill();
    }

    void stop() {
        process.stop();
    }

    boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** Where a lead stands, as this instance tells it. */
    JsonNode standingOf(LeadId lead) {
        try {
            return JsonMapper.shared()
                    .readTree(get("/api/v1/enrollments/" + lead).body());
        } catch (IOException e) {
            throw new AssertionError(instance + " does not answer; it is " + process, e);
        }
    }

    HttpResponse<String> get(String path) throws IOException {
        return send(request(path).GET().build());
    }

    HttpResponse<String> publish(String cadence, String yaml) throws IOException {
        return send(request("/api/v1/cadences/" + cadence)
                .header("Content-Type", "application/yaml")
                .PUT(BodyPublishers.ofString(yaml))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(TO_ANSWER)
                .header("Authorization", "Bearer " + OPERATOR_KEY);
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
