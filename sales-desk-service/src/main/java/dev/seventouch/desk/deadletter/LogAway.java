package dev.seventouch.desk.deadletter;

/** Kafka did not answer in time. */
public final class LogAway extends RuntimeException {

    /** @param why for the log */
    public LogAway(String why, Throwable cause) {
        super(why, cause);
    }

    public LogAway(String why) {
        super(why);
    }
}
