package dev.seventouch.mailer.template;

import dev.seventouch.events.library.LibraryItem;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The library's items, by id. Safe for use by many threads. */
public final class Library {

    private final Map<String, LibraryItem> items = new ConcurrentHashMap<>();

    public void put(LibraryItem item) {
        items.put(item.id(), item);
    }

    public void forget(String id) {
        items.remove(id);
    }

    public Optional<LibraryItem> find(String id) {
        return Optional.ofNullable(items.get(id));
    }
}
