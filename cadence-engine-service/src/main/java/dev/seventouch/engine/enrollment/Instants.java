package dev.seventouch.engine.enrollment;

import java.time.Instant;

/** Which of two instants. */
final class Instants {

    private Instants() {}

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
