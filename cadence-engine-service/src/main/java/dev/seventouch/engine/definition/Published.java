package dev.seventouch.engine.definition;

import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.engine.cadence.CadenceRef;
import dev.seventouch.engine.cadence.Library;
import dev.seventouch.engine.enrollment.Catalogue;
import dev.seventouch.events.cadence.CadenceEvent;
import dev.seventouch.events.cadence.Enrolled;
import dev.seventouch.events.library.LibraryItem;
import dev.seventouch.events.template.TemplateEvent;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is published, as far as it is known here. What can't be read is set aside with its reason.
 *
 * <p>Read by many threads for every decision, written when something is published: readers look at a snapshot.
 */
public final class Published implements Catalogue {
    private static final Logger log = LoggerFactory.getLogger(Published.class);

    private final Map<CadenceRef, Cadence> cadences = new ConcurrentHashMap<>();
    private final Map<CadenceRef, String> sources = new ConcurrentHashMap<>();
    private final Map<String, LibraryItem> items = new ConcurrentHashMap<>();
    private final Map<String, Template> templates = new ConcurrentHashMap<>();
    /** By cadence, the newest version that is for those who are enrolled as well. */
    private final Map<String, Integer> migrated = new ConcurrentHashMap<>();

    /** By id, the newest version of each cadence that can be read. */
    private volatile Map<String, Cadence> newest = Map.of();

    private volatile Library library = new Library(List.of());
    private volatile int migrations;

    public synchronized void add(CadenceEvent.Published event) {
        CadenceRef ref = new CadenceRef(event.id(), event.version());
        sources.put(ref, event.yaml());
        switch (CadenceReader.read(event.yaml(), event.version())) {
            case Reading.Read<Cadence>(var cadence) -> {
                cadences.put(ref, cadence);
                Map<String, Cadence> all = new TreeMap<>(newest);
                all.merge(event.id(), cadence, Published::newer);
                newest = all;
                if (event.enrolled() == Enrolled.MIGRATE) {
                    migrated.merge(event.id(), event.version(), Math::max);
                    migrations++;
                }
            }
            case Reading.Broken<Cadence>(var problems) -> log.error("set aside the cadence {}: {}", ref, problems);
        }
    }

    private static Cadence newer(Cadence one, Cadence other) {
        return one.ref().version() >= other.ref().version() ? one : other;
    }

    public synchronized void add(LibraryItem item) {
        items.put(item.id(), item);
        library = new Library(items());
    }

    public synchronized void removeItem(String id) {
        items.remove(id);
        library = new Library(items());
    }

    public void add(TemplateEvent.Published event) {
        templates.merge(
                event.id(),
                new Template(event.version(), NamedTemplates.needsAnItem(event.source())),
                (one, other) -> one.version() >= other.version() ? one : other);
    }

    private record Template(int version, boolean needsAnItem) {}

    /** The ids of all templates. */
    public Set<String> templates() {
        return Set.copyOf(templates.keySet());
    }

    /** The ids of the templates that frame an item of the library, and are of no use without one. */
    public Set<String> framing() {
        return templates.entrySet().stream()
                .filter(template -> template.getValue().needsAnItem())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** How often something was published for those who are enrolled. */
    public int migrations() {
        return migrations;
    }

    @Override
    public Optional<Cadence> cadence(CadenceRef ref) {
        return Optional.ofNullable(cadences.get(ref));
    }

    @Override
    public Optional<Cadence> taking(String source) {
        Cadence otherwise = null;
        for (Cadence cadence : newest.values()) {
            if (cadence.entry().audience().names(source)) {
                return Optional.of(cadence);
            }
            if (otherwise == null && cadence.entry().audience().otherwise()) {
                otherwise = cadence;
            }
        }
        return Optional.ofNullable(otherwise);
    }

    @Override
    public Optional<Cadence> newest(String id) {
        return Optional.ofNullable(newest.get(id));
    }

    @Override
    public CadenceRef inForce(CadenceRef ref) {
        Integer version = migrated.get(ref.id());
        return version == null || version <= ref.version() ? ref : new CadenceRef(ref.id(), version);
    }

    @Override
    public Library library() {
        return library;
    }

    /** The newest version of each cadence, by id. */
    public Stream<Cadence> newest() {
        return newest.values().stream();
    }

    /** The newest version that was published under {@code id}, whether it can be read or not. */
    public Optional<CadenceRef> newestRef(String id) {
        return sources.keySet().stream()
                .filter(ref -> ref.id().equals(id))
                .max(Comparator.comparingInt(CadenceRef::version));
    }

    /** The version that a plan would be if it were published under {@code id}. */
    public CadenceRef nextRef(String id) {
        return new CadenceRef(id, newestRef(id).map(CadenceRef::version).orElse(0) + 1);
    }

    /** What {@code yaml} would have against what is published under other ids: both can't be right. */
    public List<Problem> crossings(String id, String yaml) {
        Map<String, String> texts = new LinkedHashMap<>();
        newest.keySet().stream()
                .filter(other -> !other.equals(id))
                .forEach(other -> newestRef(other).flatMap(this::source).ifPresent(text -> texts.put(other, text)));
        texts.put(id, yaml);
        return Crossings.of(texts).getOrDefault(id, List.of());
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
