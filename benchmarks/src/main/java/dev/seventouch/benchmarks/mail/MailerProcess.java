package dev.seventouch.benchmarks.mail;

import dev.seventouch.benchmarks.engine.Broker;
import dev.seventouch.benchmarks.engine.ServiceApp;
import dev.seventouch.benchmarks.machine.Jvm;
import dev.seventouch.benchmarks.machine.Loopback;
import dev.seventouch.benchmarks.machine.Patience;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The mailer's own application, with the settings of production and the shipped templates. */
public final class MailerProcess implements AutoCloseable {

    private static final Duration TO_START = Duration.ofMinutes(2);
    private static final Duration TO_ANSWER = Duration.ofSeconds(5);

    private final int port = Loopback.freePort();
    private final Jvm.Running running;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TO_ANSWER).build();

    /** @param dkim as in SEVENTOUCH_DKIM; null to send unsigned */
    public MailerProcess(
            ServiceApp application, Broker broker, Sink sink, Path campaigns, @Nullable String dkim, Path log) {
        List<String> command = new ArrayList<>(application.jvmOptions());
        command.addAll(List.of("-jar", application.jar().toString()));
        command.addAll(application.arguments());
        Map<String, String> environment = new HashMap<>(Map.of(
                "SEVENTOUCH_KAFKA",
                broker.bootstrapServers(),
                "SEVENTOUCH_MONGODB",
                broker.storeUri(),
                "SEVENTOUCH_OPERATOR_KEY",
                "an operator's key of a benchmark",
                "SEVENTOUCH_LINKS_KEYS",
                "the links' key of a benchmark",
                "SEVENTOUCH_LINKS_BASE",
                "https://follow.nordlicht.example",
                "SEVENTOUCH_CAMPAIGNS",
                campaigns.toString(),
                "SEVENTOUCH_MAILER_PORT",
                String.valueOf(port),
                "SEVENTOUCH_SMTP",
                Loopback.HOST + ":" + sink.port(),
                "SEVENTOUCH_INSTANCE",
                "bench"));
        if (dkim != null) {
            environment.put("SEVENTOUCH_DKIM", dkim);
        }
        running = new Jvm("the mailer", command, environment, log).start();
    }

    public void awaitHealthy(Patience patience) {
        patience.until("the mailer is healthy", TO_START, this::isHealthy);
    }

    private boolean isHealthy() {
        running.verifyAlive();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://" + Loopback.HOST + ":" + port + "/actuator/health"))
                .timeout(TO_ANSWER)
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    public Jvm.Running running() {
        return running;
    }

    @Override
    public void close() {
        running.close();
        http.close();
    }
}
