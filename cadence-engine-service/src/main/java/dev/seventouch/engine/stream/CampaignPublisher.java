package dev.seventouch.engine.stream;

import dev.seventouch.engine.cadence.CadenceRef;
import dev.seventouch.engine.definition.Campaigns;
import dev.seventouch.engine.definition.LibraryPublisher;
import dev.seventouch.engine.definition.Published;
import dev.seventouch.engine.definition.Publisher;
import dev.seventouch.events.cadence.CadenceEvent;
import dev.seventouch.events.cadence.Enrolled;
import dev.seventouch.events.library.LibraryEvent;
import dev.seventouch.events.library.LibraryItem;
import dev.seventouch.events.wire.Topics;
import dev.seventouch.service.stream.EventPublisher;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes what is new or has changed. */
public final class CampaignPublisher implements Publisher, LibraryPublisher {
    private static final Logger log = LoggerFactory.getLogger(CampaignPublisher.class);

    private final EventPublisher events;
    private final Published published;
    private final InstantSource clock;

    public CampaignPublisher(EventPublisher events, Published published, InstantSource clock) {
        this.events = events;
        this.published = published;
        this.clock = clock;
    }

    public void publish(Campaigns campaigns) {
        // Whoever is enrolled finishes by the version of the start, as long as nobody decides otherwise.
        campaigns.cadences().forEach(file -> publish(file.id(), file.yaml(), Enrolled.FINISH));
        List<LibraryEvent> changed = campaigns.items().stream()
                .filter(item -> !Optional.of(item).equals(published.item(item.id())))
                .<LibraryEvent>map(item -> new LibraryEvent.Published(item, clock.instant()))
                .toList();
        events.publishAll(Topics.LIBRARY, changed);
        // Known here at once, not only when the topic comes back: what was said a moment ago may be needed now.
        changed.stream().map(LibraryEvent::item).forEach(this::add);
    }

    @Override
    public void publish(LibraryItem item) {
        events.publish(Topics.LIBRARY, new LibraryEvent.Published(item, clock.instant()));
        add(item);
    }

    @Override
    public void withdraw(String id) {
        events.erase(Topics.LIBRARY, id);
        published.removeItem(id);
        log.info("withdrew the library item {}", id);
    }

    private void add(LibraryItem item) {
        published.add(item);
        log.info("published the library item {}", item.id());
    }

    @Override
    public synchronized CadenceRef publish(String id, String yaml, @Nullable Enrolled enrolled) {
        Optional<CadenceRef> newest = published.newestRef(id);
        if (newest.flatMap(published::source).filter(yaml::equals).isPresent()) {
            return newest.orElseThrow();
        }
        CadenceRef next = published.nextRef(id);
        CadenceEvent.Published event = new CadenceEvent.Published(id, next.version(), yaml, enrolled, clock.instant());
        events.publish(Topics.CADENCES, event);
        published.add(event);
        log.info("published the cadence {}", next);
        return next;
    }
}
