package dev.seventouch.mailer.stream;

import dev.seventouch.events.library.LibraryEvent;
import dev.seventouch.events.template.TemplateEvent;
import dev.seventouch.events.wire.Topics;
import dev.seventouch.mailer.template.Library;
import dev.seventouch.mailer.template.TemplateShelf;
import dev.seventouch.service.stream.Received;
import dev.seventouch.service.stream.TopicFollower;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/**
 * Knows all templates and all library items. It has started when it has caught up with what was there: a touch that is
 * heard before would find nothing to be filled with.
 */
@Component
final class DefinitionFollower implements SmartLifecycle {

    /** Before whoever publishes or needs definitions. */
    static final int PHASE = 0;

    private static final Logger log = LoggerFactory.getLogger(DefinitionFollower.class);
    private static final Duration A_WHILE = Duration.ofSeconds(10);

    private final TemplateShelf templates;
    private final Library library;
    private final List<TopicFollower<?>> followers;
    private volatile boolean running;

    DefinitionFollower(ConsumerFactory<String, byte[]> consumers, TemplateShelf templates, Library library) {
        this.templates = templates;
        this.library = library;
        this.followers = List.of(
                new TopicFollower<>(Topics.TEMPLATES, consumers, this::learnTemplate),
                new TopicFollower<>(Topics.LIBRARY, consumers, this::learnItem));
    }

    @Override
    public void start() {
        running = true;
        followers.forEach(TopicFollower::start);
        try {
            for (TopicFollower<?> follower : followers) {
                while (running && !follower.awaitCaughtUp(A_WHILE)) {
                    log.warn("still waiting for the templates and the library");
                }
            }
            log.info("{} templates are known", templates.entries().size());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running = false;
        followers.forEach(TopicFollower::stop);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    private void learnItem(Received<LibraryEvent> received) {
        switch (received.event()) {
            case null -> library.forget(received.key());
            case LibraryEvent.Published published -> library.put(published.item());
        }
    }

    /** A tombstone says nothing here: versions never change, and what was sent from one may be asked for. */
    private void learnTemplate(Received<TemplateEvent> received) {
        if (received.event() instanceof TemplateEvent.Published published) {
            TemplateShelf.Entry entry = templates.put(
                    published.id(), published.version(), published.source(), Boolean.TRUE.equals(published.byHand()));
            if (entry.setAside() != null) {
                log.warn("template {} is set aside: {}", received.key(), entry.setAside());
            }
        }
    }
}
