package dev.seventouch.intake.store;

import dev.seventouch.intake.idempotency.Keys;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * A key as the store keeps it. Public, as the driver's record codec reads public records only.
 *
 * @param keptAt wall time
 */
public record KeyDocument(@BsonId String id, String body, Instant at, boolean done, Instant keptAt) {

    Keys.Kept toKept() {
        return new Keys.Kept(id, body, at, done);
    }
}
