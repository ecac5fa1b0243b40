package dev.seventouch.quickstart;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Asks the services whether they are up, as anybody would: by their health over HTTP. */
final class Health implements AutoCloseable {
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Ports ports;
    private final Set<Service> waitedFor = EnumSet.allOf(Service.class);
    private final List<String> troubles = new ArrayList<>();

    Health(Ports ports) {
        this.ports = ports;
    }

    /** Whether each has been up; who was, isn't asked again. */
    boolean allUp() {
        troubles.clear();
        waitedFor.removeIf(this::isUp);
        return waitedFor.isEmpty();
    }

    /** Who was not up when last asked, and what they said. */
    String troubles() {
        return String.join("; ", troubles);
    }

    @Override
    public void close() {
        http.close();
    }

    private boolean isUp(Service service) {
        URI address = URI.create("http://127.0.0.1:" + service.port(ports) + "/actuator/health");
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(address)
                            .timeout(Duration.ofSeconds(5))
                            .build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() == 200) {
                return true;
            }
            troubles.add(service.title() + " says " + answer.body());
        } catch (IOException e) {
            troubles.add(service.title() + " does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }
}
