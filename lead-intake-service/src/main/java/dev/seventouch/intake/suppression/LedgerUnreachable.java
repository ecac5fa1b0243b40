package dev.seventouch.intake.suppression;

/** The suppression ledger can't be asked or written now. */
public final class LedgerUnreachable extends RuntimeException {
    public LedgerUnreachable(Throwable cause) {
        super("the suppression ledger can't be reached", cause);
    }
}
