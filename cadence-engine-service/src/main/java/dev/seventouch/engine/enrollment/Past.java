package dev.seventouch.engine.enrollment;

import dev.seventouch.events.outcome.TouchOutcome;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.TouchId;
import dev.seventouch.events.touch.TouchRef;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A touch of which it is known what became of it.
 *
 * @param content by its key; null where a person spoke freely
 * @param dueAt for when it was planned; null if whoever told of it did not say
 * @param at when it went out, or turned out not to
 * @param words what a person noted, or why it did not go out; null for nothing
 */
public record Past(
        TouchId id,
        String step,
        int occurrence,
        Channel channel,
        @Nullable String content,
        @Nullable Instant dueAt,
        Instant at,
        Outcome outcome,
        @Nullable String words) {
    static final Comparator<Past> OLDEST_FIRST =
            Comparator.comparing(Past::at).thenComparing(past -> past.id().value());

    private static final int MOST_WORDS = 100;

    /** What became of it; of two that are told for the same instant, the later one here is what counts. */
    public enum Outcome {
        HANDED_OVER,
        SKIPPED,
        FAILED,
        COMPLETED
    }

    /** Nothing for what is put off: that goes on. */
    static Optional<Past> of(TouchOutcome outcome) {
        return switch (outcome) {
            case TouchOutcome.HandedOver(var touch, var _, var at) ->
                Optional.of(of(touch, at, Outcome.HANDED_OVER, null));
            case TouchOutcome.Completed(var touch, var _, var answer, var at) ->
                Optional.of(of(touch, at, Outcome.COMPLETED, answer));
            case TouchOutcome.Skipped(var touch, var why, var at) -> Optional.of(of(touch, at, Outcome.SKIPPED, why));
            case TouchOutcome.Failed(var touch, var _, var why, var at) ->
                Optional.of(of(touch, at, Outcome.FAILED, why));
            case TouchOutcome.Deferred _ -> Optional.empty();
        };
    }

    private static Past of(TouchRef touch, Instant at, Outcome outcome, @Nullable String words) {
        return new Past(
                touch.id(),
                touch.step(),
                touch.occurrence(),
                touch.channel(),
                touch.content(),
                touch.dueAt(),
                at,
                outcome,
                words == null || words.length() <= MOST_WORDS ? words : words.substring(0, MOST_WORDS));
    }

    /** Whether this tells more than {@code known} of the same touch. */
    boolean isNewerThan(Past known) {
        int later = at.compareTo(known.at);
        return later > 0 || (later == 0 && outcome.compareTo(known.outcome) > 0);
    }
}
