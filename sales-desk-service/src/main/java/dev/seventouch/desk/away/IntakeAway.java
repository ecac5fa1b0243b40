package dev.seventouch.desk.away;

import org.jspecify.annotations.Nullable;

/** Intake can't be asked now, or its answer can't be understood: what was wished may have been done, or not. */
public final class IntakeAway extends RuntimeException {

    /** @param why for the log */
    public IntakeAway(String why, @Nullable Throwable cause) {
        super(why, cause);
    }
}
