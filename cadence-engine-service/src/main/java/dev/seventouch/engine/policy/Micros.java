package dev.seventouch.engine.policy;

import java.time.Instant;

/** Instants as microseconds since 1970: a demo's house time may go far beyond what nanoseconds reach. */
final class Micros {
    private static final long SECOND = 1_000_000;

    private Micros() {}

    static long of(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), SECOND), instant.getNano() / 1_000);
    }

    static Instant toInstant(long micros) {
        return Instant.ofEpochSecond(micros / SECOND, micros % SECOND * 1_000);
    }
}
