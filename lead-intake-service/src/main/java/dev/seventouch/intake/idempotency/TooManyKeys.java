package dev.seventouch.intake.idempotency;

/** As many keys are kept as there is room for. */
public final class TooManyKeys extends RuntimeException {
    TooManyKeys() {
        super("too many keys are kept", null, false, false);
    }
}
