package dev.seventouch.intake.signal;

import dev.seventouch.events.signal.Signal;

/** Where what leads did and said is kept. */
public interface SignalLog {

    /** @throws dev.seventouch.intake.outbox.NotKept if it is not certain that the signal was kept */
    void say(Signal signal);

    /**
     * Past whatever waits, and only if the log can be reached now.
     *
     * @throws dev.seventouch.intake.outbox.NotKept if it is not certain that the signal is on the log
     */
    void sayAtOnce(Signal signal);
}
