package dev.seventouch.intake.stream;

import dev.seventouch.events.form.FormEvent;
import dev.seventouch.events.wire.Topics;
import dev.seventouch.intake.form.FormCatalogue;
import dev.seventouch.intake.form.FormPress;
import dev.seventouch.service.stream.EventPublisher;
import dev.seventouch.service.stream.Received;
import dev.seventouch.service.stream.TopicFollower;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/** The topic {@code forms}: followed by each instance for itself. It doesn't keep intake from starting without Kafka. */
@Component
final class StreamForms implements FormPress, SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(StreamForms.class);
    private static final Duration A_MOMENT = Duration.ofSeconds(3);

    private final EventPublisher publisher;
    private final FormCatalogue forms;
    private final InstantSource clock;
    private final TopicFollower<FormEvent> follower;

    StreamForms(
            EventPublisher publisher,
            FormCatalogue forms,
            InstantSource clock,
            ConsumerFactory<String, byte[]> consumers) {
        this.publisher = publisher;
        this.forms = forms;
        this.clock = clock;
        this.follower = new TopicFollower<>(Topics.FORMS, consumers, this::learn);
    }

    private void learn(Received<FormEvent> received) {
        switch (received.event()) {
            case null -> forms.forget(received.key());
            case FormEvent.Published published -> forms.learn(published.id(), published.source());
        }
    }

    @Override
    public void publish(String id, String source) {
        publisher.publish(Topics.FORMS, new FormEvent.Published(id, source, clock.instant()));
        // It comes back from the topic as well; whoever published it need not wait for that.
        forms.learn(id, source);
    }

    @Override
    public void withdraw(String id) {
        publisher.erase(Topics.FORMS, id);
        forms.forget(id);
    }

    @Override
    public boolean hasReadAll() {
        return follower.isCaughtUp();
    }

    @Override
    public void start() {
        follower.start();
        try {
            if (!follower.awaitCaughtUp(A_MOMENT)) {
                log.warn("the topic of forms can't be read yet; forms from files are taken");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Before anybody is served. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void stop() {
        follower.stop();
    }

    @Override
    public boolean isRunning() {
        return follower.isRunning();
    }
}
