package dev.seventouch.intake.store;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** An erasure as the store keeps it. Public, as the driver's record codec reads public records only. */
public record ErasureDocument(
        @BsonId String lead, Instant at, @Nullable String tombstone) {}
