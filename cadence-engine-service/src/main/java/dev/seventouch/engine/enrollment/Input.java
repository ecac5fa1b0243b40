package dev.seventouch.engine.enrollment;

import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.outcome.TouchOutcome;
import dev.seventouch.events.signal.Signal;
import java.time.Instant;

/** What an enrollment is told. */
public sealed interface Input {

    /**
     * The instant as of which it is decided about: what happened, as of when it happened, so that the same history leads to the
     * same decisions whenever it is read; all else as of now.
     */
    default Instant asOf(Instant now) {
        return now;
    }

    record Captured(LeadEvent.Captured event) implements Input {
        public Captured {
            event = event.forFollowUp();
        }

        @Override
        public Instant asOf(Instant now) {
            return Instants.earlier(event.latest(), now);
        }
    }

    record Signalled(Signal signal) implements Input {
        @Override
        public Instant asOf(Instant now) {
            return Instants.earlier(signal.at(), now);
        }
    }

    record Answered(TouchOutcome outcome) implements Input {
        @Override
        public Instant asOf(Instant now) {
            return Instants.earlier(outcome.at(), now);
        }
    }

    /** The time at which the enrollment wanted to be looked at has come. */
    record Woken() implements Input {}

    /** Its time has come, but others are ahead of it in the line: its turn is at {@code turn}. */
    record Queued(Instant turn) implements Input {}

    /** A version of its plan was published by which those who are enrolled go on. */
    record Republished() implements Input {}
}
