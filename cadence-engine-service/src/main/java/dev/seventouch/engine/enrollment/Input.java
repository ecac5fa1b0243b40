package dev.seventouch.engine.enrollment;

import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.outcome.TouchOutcome;
import dev.seventouch.events.signal.Signal;

/** What an enrollment is told. */
public sealed interface Input {

    record Captured(LeadEvent.Captured event) implements Input {}

    record Signalled(Signal signal) implements Input {}

    record Answered(TouchOutcome outcome) implements Input {}

    /** The time at which the enrollment wanted to be looked at has come. */
    record Woken() implements Input {}
}
