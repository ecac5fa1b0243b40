package dev.seventouch.intake.store;

import dev.seventouch.events.touch.Medium;
import dev.seventouch.intake.link.Choices.Choice;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** What one lead chose last. */
public record ChoiceDocument(
        @BsonId String lead,
        boolean lessOften,
        List<String> media,
        List<String> topics,
        @Nullable Instant wishedAt,
        @Nullable Instant pausedUntil,
        @Nullable Instant pausedAt) {

    static ChoiceDocument of(String lead, Choice choice) {
        return new ChoiceDocument(
                lead,
                choice.lessOften(),
                choice.media().stream().map(Medium::name).toList(),
                List.copyOf(choice.topics()),
                choice.wishedAt(),
                choice.pausedUntil(),
                choice.pausedAt());
    }

    Choice toChoice() {
        return new Choice(
                lessOften,
                media.stream().map(Medium::valueOf).collect(Collectors.toSet()),
                Set.copyOf(topics),
                wishedAt,
                pausedUntil,
                pausedAt);
    }
}
