package dev.seventouch.mailer.stream;

import dev.seventouch.events.template.TemplateEvent;
import dev.seventouch.events.wire.Topics;
import dev.seventouch.mailer.template.TemplatePress;
import dev.seventouch.mailer.template.TemplateShelf;
import dev.seventouch.service.stream.EventPublisher;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** Publishes templates on the topic {@code templates}. */
@Component
final class StreamPress implements TemplatePress {

    private final EventPublisher publisher;
    private final TemplateShelf shelf;
    private final InstantSource clock;

    StreamPress(EventPublisher publisher, TemplateShelf shelf, InstantSource clock) {
        this.publisher = publisher;
        this.shelf = shelf;
        this.clock = clock;
    }

    @Override
    public synchronized int publish(String id, String source, boolean byHand) {
        TemplateShelf.Entry latest = shelf.entry(id).orElse(null);
        if (latest != null && latest.source().equals(source)) {
            return latest.latest();
        }
        int version = latest == null ? 1 : latest.latest() + 1;
        publisher.publish(
                Topics.TEMPLATES,
                new TemplateEvent.Published(id, version, source, clock.instant(), byHand ? true : null));
        // It comes back from the topic as well; whoever published it need not wait for that.
        shelf.put(id, version, source, byHand);
        return version;
    }
}
