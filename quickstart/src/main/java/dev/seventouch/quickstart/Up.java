package dev.seventouch.quickstart;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts everything and stays until it is told to stop. */
@Command(name = "up", description = "Starts everything.", mixinStandardHelpOptions = true)
final class Up implements Callable<Integer> {
    @Option(names = "--data", paramLabel = "DIR", description = "where everything is kept (default: ./data)")
    private Path data = Path.of("data");

    @Option(
            names = "--speed",
            paramLabel = "1d=1s",
            converter = Speed.Converter.class,
            description = "how fast the house's time runs: here a day in a second")
    private Speed speed = Speed.WALL;

    @Option(names = "--port-offset", paramLabel = "N", description = "moves all ports up by N")
    private int portOffset;

    @Option(names = "--smtp", paramLabel = "HOST:PORT", description = "sends mail there, and starts no inbox")
    private @Nullable String smtp;

    @Option(names = "--kafka", paramLabel = "HOST:PORT", description = "uses this Kafka, and starts no broker")
    private @Nullable String kafka;

    @Option(names = "--mongodb", paramLabel = "URI", description = "uses this MongoDB, and starts no store")
    private @Nullable String mongodb;

    @Option(
            names = "--campaigns",
            paramLabel = "DIR",
            description = "cadences, templates and library (default: ./campaigns)")
    private Path campaigns = Path.of("campaigns");

    @Override
    public Integer call() throws InterruptedException {
        Setup setup = new Setup(
                data.toAbsolutePath().normalize(),
                speed,
                Ports.movedBy(portOffset),
                campaigns.toAbsolutePath().normalize(),
                kafka,
                mongodb,
                smtp);
        PrintStream out = System.out;
        out.println("Starting …");
        House house = House.start(setup);
        // Ctrl-C and SIGTERM come here.
        Runtime.getRuntime().addShutdownHook(new Thread(house::close, "stop"));
        house.awaitReady();
        out.print(Addresses.of(setup, house));
        out.println("Seventouch is ready");
        Thread.currentThread().join();
        return 0;
    }
}
