package dev.seventouch.desk.deadletter;

import java.time.Duration;
import java.time.Instant;

/**
 * That a record is sent to its topic once more. It is kept before the sending and marked after it.
 *
 * @param origin of the dead letter; whichever service's dead letter of a record was replayed, the record was
 * @param place which dead letter it was
 * @param by who replayed it
 * @param at when; wall time, in milliseconds
 * @param sent whether Kafka has acknowledged it
 */
public record Replay(String origin, Place place, String by, Instant at, boolean sent) {
    /** By then whatever was sent has arrived, or never will. */
    static final Duration ON_ITS_WAY = Duration.ofMinutes(1);

    Standing standing(Instant now) {
        if (sent) {
            return Standing.REPLAYED;
        }
        return now.isBefore(at.plus(ON_ITS_WAY)) ? Standing.ON_ITS_WAY : Standing.IN_DOUBT;
    }
}
