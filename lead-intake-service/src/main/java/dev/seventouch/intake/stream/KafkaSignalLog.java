package dev.seventouch.intake.stream;

import dev.seventouch.events.signal.Signal;
import dev.seventouch.events.wire.Topics;
import dev.seventouch.intake.outbox.Outlet;
import dev.seventouch.intake.signal.SignalLog;
import dev.seventouch.service.stream.EventPublisher;
import org.springframework.stereotype.Component;

/** The topic {@code signals}. */
@Component
final class KafkaSignalLog implements SignalLog {
    private final EventPublisher publisher;
    private final Outlet outlet;

    KafkaSignalLog(EventPublisher publisher, Outlet outlet) {
        this.publisher = publisher;
        this.outlet = outlet;
    }

    @Override
    public void say(Signal signal) {
        outlet.say(signal.lead(), publisher.prepared(Topics.SIGNALS, signal));
    }

    @Override
    public void sayAtOnce(Signal signal) {
        outlet.sayAtOnce(publisher.prepared(Topics.SIGNALS, signal));
    }
}
