package dev.seventouch.intake.idempotency;

/** The keys can't be asked for or written now. */
public final class KeysUnreachable extends RuntimeException {
    public KeysUnreachable(Throwable cause) {
        super("the keys of requests can't be reached", cause);
    }
}
