package dev.seventouch.engine.definition;

import dev.seventouch.events.library.LibraryItem;

/** Publishes and withdraws items of the library. */
public interface LibraryPublisher {

    /**
     * From now on it can be chosen; one of the same id is replaced.
     *
     * @throws dev.seventouch.service.stream.LogUnreachable if it is not certain that it was kept
     */
    void publish(LibraryItem item);

    /**
     * From now on it is not chosen any more.
     *
     * @throws dev.seventouch.service.stream.LogUnreachable if it is not certain that it was kept
     */
    void withdraw(String id);
}
