package dev.seventouch.intake.outbox;

/** The outbox can't be asked or written now. */
public final class OutboxUnreachable extends RuntimeException {
    public OutboxUnreachable(Throwable cause) {
        super("the outbox can't be reached", cause);
    }
}
