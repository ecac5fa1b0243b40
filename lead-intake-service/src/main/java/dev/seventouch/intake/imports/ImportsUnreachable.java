package dev.seventouch.intake.imports;

/** The imports can't be asked for or written now. */
public final class ImportsUnreachable extends RuntimeException {
    public ImportsUnreachable(Throwable cause) {
        super("the imports can't be reached", cause);
    }
}
