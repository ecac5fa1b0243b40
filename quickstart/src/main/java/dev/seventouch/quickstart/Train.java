package dev.seventouch.quickstart;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts everything, takes one lead through to its first mail and stops: what the JVM then knows, it can keep. */
@Command(name = "train", hidden = true)
final class Train implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Option(names = "--data", required = true)
    private Path data = Path.of("data");

    @Option(names = "--port-offset", required = true)
    private int portOffset;

    @Option(names = "--campaigns", required = true)
    private Path campaigns = Path.of("campaigns");

    @Override
    public Integer call() throws InterruptedException, IOException {
        Setup setup = new Setup(
                data.toAbsolutePath(),
                Speed.WALL,
                Ports.movedBy(portOffset),
                campaigns.toAbsolutePath(),
                null,
                null,
                null);
        try (House house = House.start(setup);
                HttpClient http = HttpClient.newHttpClient()) {
            house.awaitReady();
            http.send(
                    HttpRequest.newBuilder(URI.create(
                                    "http://127.0.0.1:" + setup.ports().intake() + "/forms/website"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString("email=ada@example.org&name=Ada"))
                            .build(),
                    BodyHandlers.discarding());
            return house.awaitMail(PATIENCE) ? 0 : Quickstart.CANNOT_START;
        }
    }
}
