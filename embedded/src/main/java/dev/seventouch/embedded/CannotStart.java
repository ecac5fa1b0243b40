package dev.seventouch.embedded;

/** A part can't start, for a reason that whoever started it can cure. The message is one line and says how. */
public final class CannotStart extends RuntimeException {
    public CannotStart(String message) {
        super(message);
    }

    public CannotStart(String message, Throwable cause) {
        super(message, cause);
    }
}
