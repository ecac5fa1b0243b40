package dev.seventouch.desk.store;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;

/** @param at when the lead was last erased; wall time */
public record ErasureDocument(@BsonId String lead, Instant at) {}
