package dev.seventouch.intake.web;

/** The body is larger than {@link Bodies#LIMIT}. */
final class BodyTooLarge extends RuntimeException {
    BodyTooLarge() {
        super("the body is too large", null, false, false);
    }
}
