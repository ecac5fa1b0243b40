package dev.seventouch.desk.neighbour;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seventouch.events.wire.Json;
import dev.seventouch.service.web.Operators;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks another service with the operator's key, which both have. It follows no redirect, so that the key goes nowhere else. What
 * does not answer in time and size is away.
 */
public final class Neighbour implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(2);

    /** Done, or nothing waits, or what was given is wrong, or there is no such thing, or somebody else was quicker. */
    private static final Set<Integer> ANSWERS = Set.of(200, 201, 204, 400, 404, 409);

    private static final JsonMapper JSON = Json.conventions().build();

    private final String name;
    private final URI address;
    private final String operatorKey;
    private final Limits limits;
    private final Away away;
    private final MeterRegistry meters;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /**
     * @param name such as {@code mailer}
     * @param address such as {@code http://localhost:8082}
     * @param away how it is told that it did not answer
     */
    public Neighbour(String name, URI address, String operatorKey, Limits limits, Away away, MeterRegistry meters) {
        this.name = name;
        this.address = address;
        this.operatorKey = operatorKey;
        this.limits = limits;
        this.away = away;
        this.meters = meters;
    }

    /**
     * Of one answer.
     *
     * @param patience wall time, all of its body included
     * @param bytes of its body
     */
    public record Limits(Duration patience, long bytes) {}

    /** What is thrown where there is no answer. */
    @FunctionalInterface
    public interface Away {
        /** @param why for the log */
        RuntimeException because(String why, @Nullable Throwable cause);
    }

    public Reply get(String path) {
        return ask(request(path).GET());
    }

    public Reply post(String path, Object body) {
        return ask(written(path).POST(json(body)));
    }

    /** @param by whom it is asked for, which is noted there */
    public Reply post(String path, Object body, String by) {
        return ask(written(path)
                .header(Operators.FOR, URLEncoder.encode(by, UTF_8))
                .POST(json(body)));
    }

    public Reply put(String path, Object body) {
        return ask(written(path).PUT(json(body)));
    }

    /** What JSON says; what can't be read is no answer. */
    public <T> T read(byte[] json, Class<T> type) {
        try {
            T read = JSON.readValue(json, type);
            if (read == null) {
                throw unexpected("its answer is null", null);
            }
            return read;
        } catch (JacksonException e) {
            throw unexpected("its answer can't be read: " + e.getOriginalMessage(), e);
        }
    }

    /** To be thrown: it was asked, and {@code what}. */
    public RuntimeException unexpected(String what, @Nullable Throwable cause) {
        return away.because(name + " was asked, and " + what, cause);
    }

    private HttpRequest.Builder written(String path) {
        return request(path).header("Content-Type", "application/json");
    }

    private static HttpRequest.BodyPublisher json(Object body) {
        return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).header("Authorization", "Bearer " + operatorKey);
    }

    private Reply ask(HttpRequest.Builder request) {
        long began = System.nanoTime();
        String outcome = "away";
        try {
            HttpResponse<byte[]> response = sent(request.build());
            int status = response.statusCode();
            outcome = String.valueOf(status);
            if (!ANSWERS.contains(status)) {
                throw unexpected(
                        status == 401 ? "it does not know the desk's operator key" : "it answered " + status, null);
            }
            return new Reply(status, response.body());
        } finally {
            Timer.builder("seventouch.desk." + name)
                    .description("what the desk asked the " + name)
                    .tag("answer", outcome)
                    .register(meters)
                    .record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
        }
    }

    /** The time-out of a request of its own ends with the headers; this one is for all of the answer. */
    private HttpResponse<byte[]> sent(HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> response =
                http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), limits.bytes()));
        try {
            return response.get(limits.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            response.cancel(true);
            throw away.because(name + " did not answer within " + limits.patience(), e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw away.because(name + " can't be reached: " + cause, cause);
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            response.cancel(true);
            Thread.currentThread().interrupt();
            throw away.because("stopped meanwhile", e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
