package dev.seventouch.engine.faults;

import dev.seventouch.embedded.EmbeddedStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/** A broker and engines, each in a process of its own. Nothing of it is left running when it is closed. */
final class House implements AutoCloseable {
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
                properties);
        engines.add(engine);
        return engine;
    }

    @Override
    public void close() {
        engines.stream().filter(Engine::isRunning).forEach(Engine::kill);
        if (broker.isRunning()) {
            broker.kill();
        }
        store.close();
    }
}
