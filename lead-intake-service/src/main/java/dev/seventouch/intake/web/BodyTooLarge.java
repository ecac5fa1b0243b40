package dev.seventouch.intake.web;

/** The body is larger than anything that is taken. */
public final class BodyTooLarge extends RuntimeException {
    private final int most;

    /** @param most bytes that are taken */
    BodyTooLarge(int most) {
        super("the body is too large", null, false, false);
        this.most = most;
    }

    int most() {
        return most;
    }
}
