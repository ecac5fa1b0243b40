package dev.seventouch.service.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** The headers by which a dead letter tells why it is one, and by which a replay tells that it is one. */
public final class DeadLetterHeaders {
    /** Why it was set aside, in words. */
    public static final String REASON = "seventouch_reason";

    /** Which record it was, as in {@code leads-3-17}: topic, partition and offset. */
    public static final String POSITION = "seventouch_position";

    /** Which dead letter was replayed, as in {@code leads.dlt-0-5}. */
    public static final String REPLAY = "seventouch_replay";

    private DeadLetterHeaders() {}

    /** How a record is named in these headers, and in the log: as in {@code leads-3-17}. */
    public static String positionOf(String topic, int partition, long offset) {
        return topic + "-" + partition + "-" + offset;
    }

    /** Those of a record that is set aside. */
    public static Headers setAside(Headers record, String position, String why) {
        return new RecordHeaders(record.toArray())
                .remove(REASON)
                .remove(POSITION)
                .add(REASON, why.getBytes(UTF_8))
                .add(POSITION, position.getBytes(UTF_8));
    }

    /** Those of a dead letter that goes back to where it came from. */
    public static Headers replayed(Headers deadLetter, String place) {
        return new RecordHeaders(deadLetter.toArray())
                .remove(REASON)
                .remove(POSITION)
                .remove(REPLAY)
                .add(REPLAY, place.getBytes(UTF_8));
    }
}
