package dev.seventouch.intake.audit;

/** The audit trail can't be asked or written now. */
public final class AuditUnreachable extends RuntimeException {
    public AuditUnreachable(Throwable cause) {
        super("the audit trail can't be reached", cause);
    }
}
