package dev.seventouch.mailer.channel.email;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets those that were held back come again one after the other, within an hour. */
final class Spread {

    private static final Duration STEP = Duration.ofMillis(200);
    private static final int STEPS = (int) (Duration.ofHours(1).toMillis() / STEP.toMillis());

    private final AtomicInteger turn = new AtomicInteger();

    Duration next() {
        return STEP.multipliedBy(turn.getAndUpdate(now -> (now + 1) % STEPS));
    }
}
