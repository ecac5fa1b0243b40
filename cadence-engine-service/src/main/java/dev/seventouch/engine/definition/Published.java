package dev.seventouch.engine.definition;

import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.engine.cadence.CadenceRef;
import dev.seventouch.engine.cadence.Library;
import dev.seventouch.engine.enrollment.Catalogue;
import dev.seventouch.events.cadence.CadenceEvent;
import dev.seventouch.events.library.LibraryItem;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is published, as far as it is known here. What can't be read is set aside with its reason. */
public final class Published implements Catalogue {
    private static final Logger log = LoggerFactory.getLogger(Published.class);

    private final Map<CadenceRef, Cadence> cadences = new ConcurrentHashMap<>();
    private final Map<CadenceRef, String> sources = new ConcurrentHashMap<>();
    private final Map<String, LibraryItem> items = new ConcurrentHashMap<>();

    public void add(CadenceEvent.Published event) {
        CadenceRef ref = new CadenceRef(event.id(), event.version());
        switch (CadenceReader.read(event.yaml(), event.version())) {
            case Reading.Read<Cadence>(var cadence) -> cadences.put(ref, cadence);
            case Reading.Broken<Cadence>(var problems) -> log.error("set aside the cadence {}: {}", ref, problems);
        }
        sources.put(ref, event.yaml());
    }

    public void add(LibraryItem item) {
        items.put(item.id(), item);
    }

    public void removeItem(String id) {
        items.remove(id);
    }

    @Override
    public Optional<Cadence> cadence(CadenceRef ref) {
        return Optional.ofNullable(cadences.get(ref));
    }

    @Override
    public Optional<Cadence> taking(String source) {
        return newest().filter(cadence -> cadence.audience().names(source))
                .findFirst()
                .or(() -> newest().filter(cadence -> cadence.audience().otherwise())
                        .findFirst());
    }

    @Override
    public Library library() {
        return new Library(items.values());
    }

    /** The newest version of each cadence, by id. */
    public Stream<Cadence> newest() {
        return cadences.keySet().stream()
                .map(CadenceRef::id)
                .distinct()
                .sorted()
                .flatMap(id -> newest(id).stream())
                .flatMap(ref -> cadence(ref).stream());
    }

    /** The newest version that was published under {@code id}, whether it can be read or not. */
    public Optional<CadenceRef> newest(String id) {
        return sources.keySet().stream()
                .filter(ref -> ref.id().equals(id))
                .max(Comparator.comparingInt(CadenceRef::version));
    }

    /** The text of a version, as its author wrote it. */
    public Optional<String> source(CadenceRef ref) {
        return Optional.ofNullable(sources.get(ref));
    }

    public Optional<LibraryItem> item(String id) {
        return Optional.ofNullable(items.get(id));
    }

    public List<LibraryItem> items() {
        return items.values().stream()
                .sorted(Comparator.comparing(LibraryItem::id))
                .toList();
    }
}
