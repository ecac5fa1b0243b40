package dev.seventouch.benchmarks.door;

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
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;

/** A process that takes leads in at {@code POST /api/v1/leads}. */
public final class Door implements AutoCloseable {
    public static final String KEY = "an operator's key of a benchmark";

    /** The topic that the bare endpoint writes to, as the house's own topic of leads. */
    public static final NewTopic BARE_TOPIC = new NewTopic(BareEndpoint.TOPIC, 12, (short) 1);

    private static final Duration TO_START = Duration.ofMinutes(2);
    private static final Duration TO_ANSWER = Duration.ofSeconds(20);
    private static final List<String> BARE_OPTIONS = List.of("-Xmx2g", "--enable-native-access=ALL-UNNAMED");

    private final URI base;
    private final Jvm.Running running;

    private Door(int port, Jvm.Running running) {
        this.base = URI.create("http://" + Loopback.HOST + ":" + port);
        this.running = running;
    }

    /** Intake's own application, as its image starts it. */
    public static Door ofIntake(ServiceApp application, Broker broker, Path campaigns, Path directory) {
        int port = Loopback.freePort();
        List<String> command = new ArrayList<>(application.jvmOptions());
        command.addAll(List.of("-jar", application.jar().toString()));
        command.addAll(application.arguments());
        Map<String, String> environment = Map.of(
                "SEVENTOUCH_KAFKA",
                broker.bootstrapServers(),
                "SEVENTOUCH_MONGODB",
                broker.storeUri(),
                "SEVENTOUCH_OPERATOR_KEY",
                KEY,
                "SEVENTOUCH_LINKS_KEYS",
                "the links' key of a benchmark",
                "SEVENTOUCH_INTAKE_IDENTITY_KEY",
                "the identity key of a benchmark",
                "SEVENTOUCH_INTAKE_IMPORTS",
                directory.resolve("imports").toString(),
                "SEVENTOUCH_CAMPAIGNS",
                campaigns.toString(),
                "SEVENTOUCH_INTAKE_PORT",
                String.valueOf(port),
                "SEVENTOUCH_INSTANCE",
                "bench");
        return new Door(port, new Jvm("intake", command, environment, directory.resolve("logs/intake.log")).start());
    }

    public static Door ofBareEndpoint(Broker broker, Path directory) {
        int port = Loopback.freePort();
        return new Door(
                port,
                Jvm.running(
                                BareEndpoint.class,
                                BARE_OPTIONS,
                                List.of(String.valueOf(port), broker.bootstrapServers()),
                                directory.resolve("logs/bare.log"))
                        .start());
    }

    public void awaitOpen(HttpClient http, Patience patience) {
        patience.until("leads are taken in", TO_START, () -> isOpen(http));
    }

    private boolean isOpen(HttpClient http) {
        running.verifyAlive();
        try {
            return http.send(lead("opener@example.com"), HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 202;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** A request that takes one lead in. */
    public HttpRequest lead(String email) {
        return at("/api/v1/leads")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("""
                        {"email":"%s","name":"Ada Lovelace","phone":"+49 30 1234567","company":"Engines",\
                        "street":"Gasse 1","postalCode":"10115","city":"Berlin","country":"DE","language":"de",\
                        "attributes":{"message":"Two roofs, one of them flat. When could you come?"}}""".formatted(email)))
                .build();
    }

    public HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(TO_ANSWER).header("Authorization", "Bearer " + KEY);
    }

    public Jvm.Running running() {
        return running;
    }

    @Override
    public void close() {
        running.close();
    }
}
