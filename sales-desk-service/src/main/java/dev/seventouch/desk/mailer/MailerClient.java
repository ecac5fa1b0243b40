package dev.seventouch.desk.mailer;

import dev.seventouch.desk.letter.PrintRoomAway;
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
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the mailer with the operator's key, which both have. It follows no redirect, so that the key goes nowhere else. What
 * does not answer in time and size throws {@link PrintRoomAway}.
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
        return answer(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
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
                case 200, 201 -> new Answer(true, Optional.of(response.body()));
                // Nothing waits, there is no such batch, or somebody else was quicker.
                case 204, 404, 409 -> new Answer(false, Optional.empty());
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
            throw new PrintRoomAway("the mailer did not answer within " + patience, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw new PrintRoomAway("the mailer can't be reached: " + cause, cause);
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            response.cancel(true);
            Thread.currentThread().interrupt();
            throw new PrintRoomAway("stopped meanwhile", e);
        }
    }

    static PrintRoomAway unexpected(String what) {
        return new PrintRoomAway("the mailer was asked, and " + what);
    }

    /** What the mailer said. */
    record Answer(boolean isDone, Optional<byte[]> bytes) {

        <T> Optional<T> as(Class<T> type) {
            try {
                return bytes.map(json -> JSON.readValue(json, type));
            } catch (JacksonException e) {
                throw new PrintRoomAway("the mailer's answer can't be read: " + e.getOriginalMessage(), e);
            }
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
