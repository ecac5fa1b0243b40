package dev.seventouch.intake.outbox;

/** Neither the log nor the outbox took it: whoever sent it has to send it again. */
public final class NotKept extends RuntimeException {
    NotKept(String why, Throwable cause) {
        super("nothing was kept: " + why, cause);
    }

    NotKept(String why) {
        super("nothing was kept: " + why);
    }

    /** For one lead alone; what was said of others may be kept. */
    public static NotKept tooMuchWaits() {
        return new NotKept("too much waits of this lead already");
    }
}
