package dev.seventouch.desk.timeline;

import dev.seventouch.events.outcome.TouchOutcome;
import java.util.List;

/** Where a touch stands. */
public enum Status {
    DUE,
    HANDED_OVER,
    DEFERRED,
    FAILED,
    SKIPPED,
    COMPLETED;

    /** Which of several outcomes holds: what a person did, then what is final, then what is not. */
    static final List<Status> LAST_WORD_FIRST = List.of(COMPLETED, HANDED_OVER, FAILED, SKIPPED, DEFERRED);

    public static Status of(TouchOutcome outcome) {
        return switch (outcome) {
            case TouchOutcome.HandedOver _ -> HANDED_OVER;
            case TouchOutcome.Deferred _ -> DEFERRED;
            case TouchOutcome.Failed _ -> FAILED;
            case TouchOutcome.Skipped _ -> SKIPPED;
            case TouchOutcome.Completed _ -> COMPLETED;
        };
    }
}
