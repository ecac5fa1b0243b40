package dev.seventouch.engine.faults;

import dev.seventouch.embedded.EmbeddedBroker;
import java.nio.file.Path;

/** A broker in a process of its own, so that it can be killed. Its arguments: the directory and the port. */
final class BrokerProcess {
    private BrokerProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
        Lifeline.hold();
        EmbeddedBroker.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        Thread.currentThread().join();
    }
}
