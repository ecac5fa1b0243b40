package dev.seventouch.desk.deadletter;

/** What became of a dead letter. */
public enum Standing {
    SET_ASIDE,
    /** Somebody replays it just now. */
    ON_ITS_WAY,
    /** Somebody began to replay it, and nobody knows whether it arrived: Kafka or the desk went away meanwhile. */
    IN_DOUBT,
    REPLAYED,
    /** The lead it is about was erased. */
    ERASED
}
