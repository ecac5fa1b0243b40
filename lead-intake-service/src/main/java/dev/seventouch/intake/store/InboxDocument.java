package dev.seventouch.intake.store;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** One mail that was read; {@code from} and {@code subject} only while it waits for a person. */
public record InboxDocument(
        @BsonId String id,
        Instant at,
        String found,
        @Nullable String lead,
        @Nullable String touch,
        @Nullable String why,
        @Nullable String from,
        @Nullable String subject,
        boolean waits) {}
