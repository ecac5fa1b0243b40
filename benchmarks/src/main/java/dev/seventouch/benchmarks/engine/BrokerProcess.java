package dev.seventouch.benchmarks.engine;

import dev.seventouch.benchmarks.machine.Orphans;
import dev.seventouch.embedded.EmbeddedBroker;
import dev.seventouch.embedded.EmbeddedStore;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** The broker and the document store as a process of their own. */
final class BrokerProcess {
    private BrokerProcess() {}

    /** @param arguments the directory, the broker's port, the store's port */
    static void main(String[] arguments) throws InterruptedException {
        Orphans.endWithParent();
        Path directory = Path.of(arguments[0]);
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("kafka"), Integer.parseInt(arguments[1]));
                EmbeddedStore store =
                        EmbeddedStore.onDisk(directory.resolve("store"), Integer.parseInt(arguments[2]))) {
            System.out.println("Kafka on " + broker.bootstrapServers() + ", documents on " + store.uri());
            new CountDownLatch(1).await();
        }
    }
}
