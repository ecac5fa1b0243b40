package dev.seventouch.intake.form;

import java.time.Duration;

/** It came too soon, or once too often: the sender may send it again after a while. */
final class TooOften extends RuntimeException {
    private final Duration wait;

    TooOften(Duration wait) {
        super("too often", null, false, false);
        this.wait = wait;
    }

    /** In whole seconds, at least one. */
    String retryAfter() {
        return String.valueOf(Math.max(1, wait.plusMillis(999).toSeconds()));
    }
}
