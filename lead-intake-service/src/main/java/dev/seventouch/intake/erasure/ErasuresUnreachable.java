package dev.seventouch.intake.erasure;

/** The erasures can't be asked for or written now. */
public final class ErasuresUnreachable extends RuntimeException {
    public ErasuresUnreachable(Throwable cause) {
        super("the erasures can't be reached", cause);
    }
}
