package dev.seventouch.embedded;

import java.nio.file.Path;

/** A store in a process of its own, so that it can be killed. */
final class StoreProcess {
    private StoreProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
        EmbeddedStore store = EmbeddedStore.onDisk(Path.of(arguments[0]), 0);
        System.out.println(store.uri());
        Thread.currentThread().join();
    }
}
