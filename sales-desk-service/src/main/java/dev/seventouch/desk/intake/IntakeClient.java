package dev.seventouch.desk.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seventouch.desk.mail.MailAway;
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
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks intake with the operator's key, which both have. It follows no redirect, so that the key goes nowhere else. What does not
 * answer in time and size throws {@link MailAway}.
 */
public final class IntakeClient implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(2);

    /** Above any page of mails. */
    private static final long MOST_BYTES = 4L << 20;

    /** Answers that tell something; any other is none. */
    private static final Set<Integer> UNDERSTOOD = Set.of(200, 400, 404, 409);

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
     * @param address of intake, such as {@code http://localhost:8080}
     * @param patience wall time for an answer, all of its body included
     */
    public IntakeClient(URI address, String operatorKey, Duration patience, MeterRegistry meters) {
        this.address = address;
        this.operatorKey = operatorKey;
        this.patience = patience;
        this.meters = meters;
    }

    Answer get(String path) {
        return answer(request(path).GET());
    }

    /** @param by whom it is asked for: intake notes it */
    Answer post(String path, Object body, String by) {
        return answer(request(path)
                .header(Operators.FOR, URLEncoder.encode(by, UTF_8))
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
            int status = response.statusCode();
            outcome = String.valueOf(status);
            if (!UNDERSTOOD.contains(status)) {
                throw new MailAway("intake was asked, and "
                        + (status == 401 ? "it does not know the desk's operator key" : "it answered " + status));
            }
            return new Answer(status, response.body());
        } finally {
            Timer.builder("seventouch.desk.intake")
                    .description("what the desk asked intake")
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
            throw new MailAway("intake did not answer within " + patience, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw new MailAway("intake can't be reached: " + cause, cause);
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            response.cancel(true);
            Thread.currentThread().interrupt();
            throw new MailAway("stopped meanwhile", e);
        }
    }

    /** What intake said. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares answers
    record Answer(int status, byte[] body) {

        <T> T as(Class<T> type) {
            try {
                T read = JSON.readValue(body, type);
                if (read == null) {
                    throw new MailAway("intake's answer is null");
                }
                return read;
            } catch (JacksonException e) {
                throw new MailAway("intake's answer can't be read: " + e.getOriginalMessage(), e);
            }
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
