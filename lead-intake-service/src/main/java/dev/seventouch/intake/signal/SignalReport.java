package dev.seventouch.intake.signal;

import dev.seventouch.events.lead.Conversation;
import dev.seventouch.events.signal.Signal;
import org.jspecify.annotations.Nullable;

/**
 * What was reported of a lead.
 *
 * @param words what was said, if anything: they are kept with the lead, never in the signal
 */
public record SignalReport(Signal signal, @Nullable Conversation words) {

    static SignalReport of(Signal signal) {
        return new SignalReport(signal, null);
    }
}
