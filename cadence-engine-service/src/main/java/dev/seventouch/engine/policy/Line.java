package dev.seventouch.engine.policy;

/** The line before one cadence: turns in the order of arrival. Times are in microseconds. */
final class Line {
    private static final long NEVER = Long.MIN_VALUE / 2;

    /** When the next would be due if all came evenly: the theoretical arrival time of the generic cell rate algorithm. */
    private long due = NEVER;

    private long last = NEVER;

    /** When whoever arrives at {@code now} may go, not before the one before. */
    long next(long now, Pace pace) {
        return Math.max(Math.max(now, last), due - (pace.burst() - 1) * pace.interval());
    }

    /** @param turn not before {@link #next} */
    void take(long turn, Pace pace) {
        last = turn;
        due = Math.max(turn, due) + pace.interval();
    }
}
