package dev.seventouch.engine.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.seventouch.embedded.EmbeddedStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** A broker and engines, each in a process of its own. Nothing of it is left running when it is closed. */
final class House implements AutoCloseable {
    private static final Duration TO_AUDIT = Duration.ofMinutes(5);
    private static final String AUDIT = "--seventouch.engine.audit=1s";

    private final Path directory;
    private final EmbeddedStore store = EmbeddedStore.inMemory();
    private final Broker broker;
    private final List<Engine> engines = new ArrayList<>();

    private House(Path directory) {
        this.directory = directory;
        this.broker = new Broker(directory.resolve("broker"));
    }

    /**
     * With a broker that runs and has its topics, no engine yet, and the plan that {@code cadences} make.
     *
     * @param name of the directory under {@code target} where everything is kept
     */
    static House open(String name, String... cadences) throws Exception {
        House house = atABareBroker(name, cadences);
        try {
            house.broker.makeTopics();
            return house;
        } catch (Exception | AssertionError e) {
            house.close();
            throw e;
        }
    }

    /** With a broker that runs and has no topics. */
    static House atABareBroker(String name, String... cadences) throws IOException {
        Path directory = Path.of("target", "faults", name).toAbsolutePath();
        FileSystemUtils.deleteRecursively(directory);
        Path campaigns = Files.createDirectories(directory.resolve("campaigns"));
        for (int i = 0; i < cadences.length; i++) {
            Files.writeString(campaigns.resolve(i + ".yaml"), cadences[i]);
        }
        House house = new House(directory);
        try {
            house.broker.start();
            return house;
        } catch (AssertionError e) {
            house.close();
            throw e;
        }
    }

    Broker broker() {
        return broker;
    }

    /** Returns when it is up. */
    Engine startEngine(String instance, String... properties) {
        Engine engine = engine(instance, properties);
        engine.start();
        engine.awaitUp();
        return engine;
    }

    /** One that is not started yet. */
    Engine engine(String instance, String... properties) {
        Engine engine = new Engine(
                instance,
                directory,
                Map.of(
                        "SEVENTOUCH_KAFKA",
                        broker.address(),
                        "SEVENTOUCH_MONGODB",
                        store.uri(),
                        "SEVENTOUCH_CAMPAIGNS",
                        directory.resolve("campaigns").toString()),
                Stream.concat(Stream.of(AUDIT), Stream.of(properties)).toArray(String[]::new));
        engines.add(engine);
        return engine;
    }

    /** Whoever is followed up has a next touch, as the engines that run have found once more by now. */
    private void audit() {
        List<Engine> up =
                engines.stream().filter(Engine::isRunning).filter(Engine::isUp).toList();
        if (up.isEmpty()) {
            return;
        }
        Audits before = Audits.of(up);
        // A round that is underway has passed some of them already.
        await("all leads are audited")
                .atMost(TO_AUDIT)
                .until(() -> Audits.of(up).areAhead(before, 2));
        assertThat(Audits.of(up).orphans())
                .as("leads that nothing would ever wake")
                .isZero();
    }

    @Override
    public void close() {
        try {
            audit();
        } finally {
            end();
        }
    }

    private void end() {
        engines.stream().filter(Engine::isRunning).forEach(Engine::kill);
        if (broker.isRunning()) {
            broker.kill();
        }
        store.close();
    }
}
