package dev.seventouch.intake.store;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** An entry of the audit trail. Public, as the driver's record codec reads public records only. */
public record AuditDocument(
        @BsonId ObjectId id,
        Instant at,
        String who,
        String from,
        String action,
        @Nullable String lead,
        @Nullable String what) {}
