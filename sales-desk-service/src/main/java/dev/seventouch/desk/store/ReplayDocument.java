package dev.seventouch.desk.store;

import dev.seventouch.desk.deadletter.Place;
import dev.seventouch.desk.deadletter.Replay;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * A replay as it is kept.
 *
 * @param claim tells who of several that asked at the same time has it
 */
public record ReplayDocument(
        @BsonId String origin,
        String topic,
        int partition,
        long offset,
        String by,
        Instant at,
        boolean sent,
        String claim) {

    static ReplayDocument of(Replay replay, String claim) {
        Place place = replay.place();
        return new ReplayDocument(
                replay.origin(),
                place.topic(),
                place.partition(),
                place.offset(),
                replay.by(),
                replay.at(),
                replay.sent(),
                claim);
    }

    Replay replay() {
        return new Replay(origin, new Place(topic, partition, offset), by, at, sent);
    }
}
