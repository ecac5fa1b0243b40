package dev.seventouch.intake.capture;

/** The view of leads can't be asked or written now. */
public final class ViewUnreachable extends RuntimeException {
    public ViewUnreachable(Throwable cause) {
        super("the view of leads can't be reached", cause);
    }
}
