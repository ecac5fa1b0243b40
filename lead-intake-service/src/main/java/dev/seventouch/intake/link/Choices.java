package dev.seventouch.intake.link;

import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.signal.Signal;
import dev.seventouch.events.touch.Medium;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What each lead chose last. It follows the log and can be rebuilt from it. */
public interface Choices {

    /** @throws ChoicesUnreachable if the store can't be asked */
    Optional<Choice> of(LeadId lead);

    /**
     * Takes in what the log says; the same signals again, or older ones, alter nothing.
     *
     * @throws ChoicesUnreachable if the store can't be written
     */
    void take(List<Signal> signals);

    /** @throws ChoicesUnreachable if the store can't be written */
    void forget(Collection<LeadId> leads);

    /**
     * @param media those that are welcome; none means all
     * @param topics those that are welcome; none means all
     * @param wishedAt when all of that was chosen; null if it never was
     * @param pausedUntil when the latest pause ends, in the past as well; null if there is none
     * @param pausedAt when that was chosen; null if it never was
     */
    record Choice(
            boolean lessOften,
            Set<Medium> media,
            Set<String> topics,
            @Nullable Instant wishedAt,
            @Nullable Instant pausedUntil,
            @Nullable Instant pausedAt) {
        public static final Choice NONE = new Choice(false, Set.of(), Set.of(), null, null, null);

        /** With what {@code signal} says of it, unless something newer is known. */
        public Choice with(Signal signal) {
            return switch (signal) {
                case Signal.Preferred wish
                when isNewer(wish.at(), wishedAt) ->
                    new Choice(wish.lessOften(), wish.media(), wish.topics(), wish.at(), pausedUntil, pausedAt);
                case Signal.Paused pause
                when isNewer(pause.at(), pausedAt) ->
                    new Choice(lessOften, media, topics, wishedAt, pause.until(), pause.at());
                case Signal.Resumed end
                when isNewer(end.at(), pausedAt) -> new Choice(lessOften, media, topics, wishedAt, null, end.at());
                default -> this;
            };
        }

        public static boolean isOne(Signal signal) {
            return signal instanceof Signal.Preferred
                    || signal instanceof Signal.Paused
                    || signal instanceof Signal.Resumed;
        }

        private static boolean isNewer(Instant at, @Nullable Instant known) {
            return known == null || at.isAfter(known);
        }
    }

    /** They can't be asked or written now. */
    final class ChoicesUnreachable extends RuntimeException {
        public ChoicesUnreachable(Throwable cause) {
            super("what leads chose can't be reached", cause);
        }
    }
}
