package dev.seventouch.service.stream;

import dev.seventouch.embedded.EmbeddedBroker;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The contract on the broker that runs inside a JVM. */
class EmbeddedBrokerTest extends StreamContract {
    private static EmbeddedBroker broker;

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        broker = EmbeddedBroker.start(directory, 0);
        connect(broker.bootstrapServers());
    }

    @AfterAll
    static void stop() {
        disconnect();
        broker.close();
    }
}
