package dev.seventouch.service.stream;

/** The log could not be reached within its budget; whether the event was kept is not known. */
public final class LogUnreachable extends RuntimeException {
    LogUnreachable(String topic, Throwable cause) {
        super("the topic " + topic + " could not be reached", cause);
    }
}
