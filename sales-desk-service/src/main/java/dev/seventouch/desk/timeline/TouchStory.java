package dev.seventouch.desk.timeline;

import dev.seventouch.desk.task.Errand;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.Recipient;
import dev.seventouch.events.touch.TouchId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that was written about one touch. The two lanes and the outcomes are kept apart, as each is ordered only in itself.
 *
 * @param first as it became due on the lane of first touches, the latest attempt
 * @param later as it became due on the other lane, the latest attempt
 * @param outcomes the latest of each kind
 */
public record TouchStory(@Nullable Due first, @Nullable Due later, Map<Status, Outcome> outcomes) {

    /**
     * As it became due. Instants are house time.
     *
     * @param errand what it is beside the plan; null if it is of the plan
     */
    public record Due(
            String step,
            int occurrence,
            Channel channel,
            @Nullable String content,
            Recipient to,
            @Nullable String say,
            String reason,
            int attempt,
            @Nullable Errand errand,
            Instant dueAt) {}

    /**
     * What became of it. Instants are house time.
     *
     * @param words the receipt, or why not
     * @param until when a deferred touch comes again
     * @param errand what it is beside the plan; null if it is of the plan
     */
    public record Outcome(
            String step,
            int occurrence,
            Channel channel,
            @Nullable String content,
            @Nullable String words,
            @Nullable Instant until,
            @Nullable String by,
            @Nullable String answer,
            @Nullable Errand errand,
            Instant at) {}

    private @Nullable Due due() {
        if (first == null || later == null) {
            return first == null ? later : first;
        }
        return later.attempt() > first.attempt() ? later : first;
    }

    Optional<Entry> entry(TouchId id) {
        Due due = due();
        for (Status status : Status.LAST_WORD_FIRST) {
            Outcome outcome = outcomes.get(status);
            if (outcome != null && !isOvertaken(outcome, due)) {
                return Optional.of(Entry.of(id, status, outcome, outcomes.get(Status.HANDED_OVER), due));
            }
        }
        return due == null ? Optional.empty() : Optional.of(Entry.of(id, due));
    }

    /** Whether it was deferred until then, and has become due again since. */
    private static boolean isOvertaken(Outcome outcome, @Nullable Due due) {
        return outcome.until() != null && due != null && !due.dueAt().isBefore(outcome.until());
    }
}
