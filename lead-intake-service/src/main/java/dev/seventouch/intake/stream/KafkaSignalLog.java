package dev.seventouch.intake.stream;

import dev.seventouch.events.signal.Signal;
import dev.seventouch.events.wire.Topics;
import dev.seventouch.intake.signal.SignalLog;
import dev.seventouch.service.stream.EventPublisher;
import org.springframework.stereotype.Component;

/** The topic {@code signals}. */
@Component
final class KafkaSignalLog implements SignalLog {
    private final EventPublisher publisher;

    KafkaSignalLog(EventPublisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public void say(Signal signal) {
        publisher.publish(Topics.SIGNALS, signal);
    }
}
