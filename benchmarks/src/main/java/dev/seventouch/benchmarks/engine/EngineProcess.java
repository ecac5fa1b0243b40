package dev.seventouch.benchmarks.engine;

import dev.seventouch.benchmarks.contest.Contestant.Ticks;
import dev.seventouch.benchmarks.machine.Directories;
import dev.seventouch.benchmarks.machine.Jvm;
import dev.seventouch.benchmarks.machine.Loopback;
import dev.seventouch.benchmarks.machine.Patience;
import dev.seventouch.benchmarks.work.HouseWork;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The engine's own application, on its own class path, with the settings of production. */
public final class EngineProcess implements AutoCloseable {
    private static final Duration TO_START = Duration.ofMinutes(3);
    private static final Duration TO_ANSWER = Duration.ofSeconds(5);
    private static final Pattern TICK =
            Pattern.compile("(?m)^seventouch_engine_\\w*tick\\w*_seconds_(count|sum)(?:\\{[^}]*})? (\\S+)$");

    private final int port = Loopback.freePort();
    private final Path state;
    private final Jvm jvm;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TO_ANSWER).build();
    private Jvm.Running running;

    /**
     * Starts it; {@link #awaitHealthy} says when it is there.
     *
     * @param application the extracted application
     * @param directory for its cadences and its state
     */
    public EngineProcess(ServiceApp application, Broker broker, Path directory, Path logs) {
        Path campaigns = Directories.made(directory.resolve("campaigns"));
        HouseWork.writeCadences(campaigns);
        state = directory.resolve("state");
        List<String> command = new ArrayList<>(application.jvmOptions());
        command.addAll(List.of("-jar", application.jar().toString()));
        command.addAll(application.arguments());
        jvm = new Jvm(
                "the engine",
                command,
                Map.of(
                        "SEVENTOUCH_KAFKA", broker.bootstrapServers(),
                        "SEVENTOUCH_MONGODB", broker.storeUri(),
                        "SEVENTOUCH_OPERATOR_KEY", "an operator's key of a benchmark",
                        "SEVENTOUCH_LINKS_KEYS", "the links' key of a benchmark",
                        "SEVENTOUCH_LINKS_BASE", "http://" + Loopback.HOST,
                        "SEVENTOUCH_CAMPAIGNS", campaigns.toString(),
                        "SEVENTOUCH_ENGINE_PORT", String.valueOf(port),
                        "SEVENTOUCH_ENGINE_STATE", state.toString(),
                        "SEVENTOUCH_INSTANCE", "bench"),
                logs.resolve("engine.log"));
        running = jvm.start();
    }

    public void awaitHealthy(Patience patience) {
        patience.until(
                "the engine is healthy", TO_START, () -> get("/actuator/health").isPresent());
    }

    /** In good order. */
    void stop() {
        running.close();
    }

    void kill() {
        running.kill();
    }

    void startAgain() {
        running = jvm.start();
    }

    Jvm.Running running() {
        return running;
    }

    Path state() {
        return state;
    }

    /** What the engine tells of its ticks; nothing if it has no such timer. */
    Optional<Ticks> ticks() {
        return get("/actuator/prometheus").flatMap(metrics -> {
            OptionalDouble count = sumOf("count", metrics);
            OptionalDouble seconds = sumOf("sum", metrics);
            return count.isPresent() && seconds.isPresent()
                    ? Optional.of(new Ticks(count.getAsDouble(), seconds.getAsDouble()))
                    : Optional.empty();
        });
    }

    private static OptionalDouble sumOf(String which, String metrics) {
        List<Double> values = new ArrayList<>();
        Matcher tick = TICK.matcher(metrics);
        while (tick.find()) {
            if (tick.group(1).equals(which)) {
                values.add(Double.valueOf(tick.group(2)));
            }
        }
        return values.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        values.stream().mapToDouble(Double::doubleValue).sum());
    }

    /** The answer, if there is one and it is 200. */
    private Optional<String> get(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + Loopback.HOST + ":" + port + path))
                .timeout(TO_ANSWER)
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == 200 ? Optional.of(response.body()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        running.close();
        http.close();
    }
}
