package dev.seventouch.events.outcome;

import static java.util.Objects.requireNonNull;

import dev.seventouch.events.touch.TouchRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of a touch. All but {@link Deferred} are final for the touch's id. */
public sealed interface TouchOutcome {
    TouchRef touch();

    Instant at();

    /**
     * A relay, a printer or a person has taken it.
     *
     * @param receipt what they answered, such as the relay's reply line
     */
    record HandedOver(TouchRef touch, @Nullable String receipt, Instant at) implements TouchOutcome {
        public HandedOver {
            requireNonNull(touch, "touch");
            requireNonNull(at, "at");
        }
    }

    /** It can't go now; the engine makes it due again at {@code until}. */
    record Deferred(TouchRef touch, Instant until, String why, Instant at) implements TouchOutcome {
        public Deferred {
            requireNonNull(touch, "touch");
            requireNonNull(until, "until");
            requireNonNull(why, "why");
            requireNonNull(at, "at");
        }
    }

    /** It will never go, and whose fault that is. */
    record Failed(TouchRef touch, Fault fault, String why, Instant at) implements TouchOutcome {
        public Failed {
            requireNonNull(touch, "touch");
            requireNonNull(fault, "fault");
            requireNonNull(why, "why");
            requireNonNull(at, "at");
        }
    }

    /** It must not go: the lead forbade it, or there is nowhere to send it. */
    record Skipped(TouchRef touch, String why, Instant at) implements TouchOutcome {
        public Skipped {
            requireNonNull(touch, "touch");
            requireNonNull(why, "why");
            requireNonNull(at, "at");
        }
    }

    /**
     * A person has done it.
     *
     * @param by who did it
     * @param answer what came of it, as one of the answers offered
     */
    record Completed(TouchRef touch, String by, @Nullable String answer, Instant at) implements TouchOutcome {
        public Completed {
            requireNonNull(touch, "touch");
            requireNonNull(by, "by");
            requireNonNull(at, "at");
        }
    }
}
