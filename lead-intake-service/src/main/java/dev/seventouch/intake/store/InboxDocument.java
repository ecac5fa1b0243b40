package dev.seventouch.intake.store;

import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** One mail that was read; {@code from}, {@code subject}, {@code text} and {@code people} only while it waits for a person. */
public record InboxDocument(
        @BsonId String id,
        Instant at,
        String found,
        @Nullable String lead,
        @Nullable String touch,
        @Nullable String why,
        @Nullable String from,
        @Nullable String subject,
        boolean waits,
        @Nullable String text,
        @Nullable List<String> people,
        @Nullable String decision) {}
