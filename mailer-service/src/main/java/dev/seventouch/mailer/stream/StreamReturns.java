package dev.seventouch.mailer.stream;

import dev.seventouch.events.signal.Signal;
import dev.seventouch.events.touch.Medium;
import dev.seventouch.events.wire.Topics;
import dev.seventouch.mailer.delivery.print.PostReturns;
import dev.seventouch.mailer.delivery.print.PrintItem;
import dev.seventouch.service.stream.EventPublisher;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Tells on the topic {@code signals} that post came back. */
@Component
final class StreamReturns implements PostReturns {

    private final EventPublisher publisher;

    StreamReturns(EventPublisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public void tell(PrintItem returned, Instant at) {
        publisher.publish(
                Topics.SIGNALS,
                new Signal.Bounced(returned.lead(), Medium.POST, true, "returned by the post", returned.touch(), at));
    }
}
