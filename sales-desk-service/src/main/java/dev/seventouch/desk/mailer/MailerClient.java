package dev.seventouch.desk.mailer;

import dev.seventouch.desk.away.MailerAway;
import dev.seventouch.events.wire.Json;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the mailer with the operator's key, which both have. It follows no redirect, so that the key goes nowhere else. What
 * does not answer in time and size throws {@link MailerAway}.
 */
public final class MailerClient implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(2);

    /** Above any batch of 2,000 letters. */
    private static final long MOST_BYTES = 128L << 20;

    private static final JsonMapper JSON = Json.conventions().build();

    private final URI address;
    private final String operatorKey;
    private final Duration patience;
    private final MeterRegistry meters;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /**
     * @param address of the mailer, such as {@code http://localhost:8082}
     * @param patience wall time for an answer, all of its body included
     */
    public MailerClient(URI address, String operatorKey, Duration patience, MeterRegistry meters) {
        this.address = address;
        this.operatorKey = operatorKey;
        this.patience = patience;
        this.meters = meters;
    }

    Answer get(String path) {
        return answer(request(path).GET());
    }

    Answer post(String path, Object body) {
        return answer(written(path).POST(json(body)));
    }

    Answer put(String path, Object body) {
        return answer(written(path).PUT(json(body)));
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

    private Answer answer(HttpRequest.Builder request) {
        long began = System.nanoTime();
        String outcome = "away";
        try {
            HttpResponse<byte[]> response = sent(request.build());
            outcome = String.valueOf(response.statusCode());
            return switch (response.statusCode()) {
                case 200, 201 -> Answer.of(response.body());
                // Nothing waits, there is no such thing, or somebody else was quicker.
                case 204, 404, 409 -> Answer.NOTHING;
                case 400 -> new Answer(false, Optional.empty(), refusals(response.body()));
                case 401 -> throw unexpected("it does not know the desk's operator key");
                default -> throw unexpected("it answered " + response.statusCode());
            };
        } finally {
            Timer.builder("seventouch.desk.mailer")
                    .description("what the desk asked the mailer")
                    .tag("answer", outcome)
                    .register(meters)
                    .record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
        }
    }

    /** The time-out of a request of its own ends with the headers; this one is for all of the answer. */
    private HttpResponse<byte[]> sent(HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> response =
                http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
        try {
            return response.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            response.cancel(true);
            throw new MailerAway("the mailer did not answer within " + patience, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw new MailerAway("the mailer can't be reached: " + cause, cause);
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            response.cancel(true);
            Thread.currentThread().interrupt();
            throw new MailerAway("stopped meanwhile", e);
        }
    }

    static MailerAway unexpected(String what) {
        return new MailerAway("the mailer was asked, and " + what);
    }

    private static List<String> refusals(byte[] problem) {
        Problem read = read(problem, Problem.class);
        List<String> whys = read.errors() == null
                ? List.of()
                : read.errors().stream()
                        .map(Mistake::message)
                        .filter(Objects::nonNull)
                        .toList();
        if (whys.isEmpty()) {
            throw unexpected("it answered 400, and did not say why");
        }
        return whys;
    }

    /** RFC 9457, with what is wrong with each field. */
    private record Problem(@Nullable List<Mistake> errors) {}

    private record Mistake(@Nullable String message) {}

    private static <T> T read(byte[] json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JacksonException e) {
            throw new MailerAway("the mailer's answer can't be read: " + e.getOriginalMessage(), e);
        }
    }

    /**
     * What the mailer said.
     *
     * @param refusals why it did not do it, if what it was given is wrong
     */
    record Answer(boolean isDone, Optional<byte[]> bytes, List<String> refusals) {
        private static final Answer NOTHING = new Answer(false, Optional.empty(), List.of());

        private static Answer of(byte[] bytes) {
            return new Answer(true, Optional.of(bytes), List.of());
        }

        <T> Optional<T> as(Class<T> type) {
            return bytes.map(json -> read(json, type));
        }

        /** For who can give nothing that is wrong. */
        Answer orElseAway() {
            if (!refusals.isEmpty()) {
                throw unexpected("it refused: " + String.join("; ", refusals));
            }
            return this;
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
