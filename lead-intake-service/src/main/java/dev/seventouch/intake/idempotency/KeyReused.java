package dev.seventouch.intake.idempotency;

/** The key came with another body before. */
public final class KeyReused extends RuntimeException {
    KeyReused() {
        super("the key came with another body before", null, false, false);
    }
}
