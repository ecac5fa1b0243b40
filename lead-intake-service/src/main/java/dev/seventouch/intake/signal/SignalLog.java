package dev.seventouch.intake.signal;

import dev.seventouch.events.signal.Signal;

/** Where what leads did and said is kept. */
public interface SignalLog {

    /** @throws dev.seventouch.service.stream.LogUnreachable if it is not certain that the signal was kept */
    void say(Signal signal);
}
