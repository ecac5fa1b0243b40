package dev.seventouch.desk.task;

import dev.seventouch.events.outcome.TouchOutcome;
import java.util.List;

/** Where the desk says what became of touches. */
@FunctionalInterface
public interface Outcomes {

    /** Returns when all are kept; throws if the log is out of reach, and then some of them may have been kept. */
    void publish(List<TouchOutcome> outcomes);
}
