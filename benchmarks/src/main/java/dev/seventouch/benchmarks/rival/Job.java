package dev.seventouch.benchmarks.rival;

import java.time.Instant;

/**
 * A touch that is kept until it is due.
 *
 * @param id the lead's, and after a full stop which touch of the lead it is
 * @param touch as it will be sent
 */
@SuppressWarnings("ArrayRecordComponent") // handed through, never compared
record Job(String id, Instant due, byte[] touch) {

    static String leadIn(String id) {
        return id.substring(0, id.indexOf('.'));
    }
}
