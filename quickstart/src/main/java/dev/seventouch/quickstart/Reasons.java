package dev.seventouch.quickstart;

import dev.seventouch.embedded.CannotStart;
import org.jspecify.annotations.Nullable;

/** Why a start failed, in one line. */
final class Reasons {
    private Reasons() {}

    /** Our own words where there are any, else those at the bottom of it. */
    static CannotStart of(String who, Throwable failure) {
        Throwable deepest = failure;
        Throwable ours = null;
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof CannotStart known) {
                return known;
            }
            if (cause.getClass().getName().startsWith("dev.seventouch.") && cause.getMessage() != null) {
                ours = cause;
            }
            deepest = cause;
        }
        Throwable telling = ours == null ? deepest : ours;
        String message = telling.getMessage();
        return new CannotStart(
                who + " can't start: " + (message == null ? telling.getClass().getSimpleName() : message), failure);
    }

    private static @Nullable Throwable next(Throwable failure) {
        return failure.getCause() == failure ? null : failure.getCause();
    }
}
