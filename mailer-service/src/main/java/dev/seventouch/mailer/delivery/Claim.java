package dev.seventouch.mailer.delivery;

import dev.seventouch.events.outcome.Fault;
import dev.seventouch.events.outcome.TouchOutcome;
import dev.seventouch.events.touch.TouchId;
import dev.seventouch.events.touch.TouchRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who is busy with a touch, or what became of it. There is one for each touch id, for ever.
 *
 * @param turn how often it was taken up; rises by one each time, which is how two takers find out who won
 * @param owner who took it up last
 * @param leaseUntil wall time until which the owner is believed to be busy with it
 * @param attempt the attempt that was taken up last
 * @param doubts after how many of its attempts nobody knew whether the hand-over had happened
 * @param firstDueAt house time at which its first attempt was due
 * @param result what became of it; null while its owner is busy
 */
public record Claim(
        TouchRef touch,
        int turn,
        Owner owner,
        Instant leaseUntil,
        int attempt,
        int doubts,
        Instant firstDueAt,
        @Nullable Result result) {

    /**
     * Who takes touches up.
     *
     * @param instance the same over restarts, and never shared by two that run at the same time
     * @param incarnation another one after each start
     */
    public record Owner(String instance, String incarnation) {}

    /** What became of a touch, at which house time. */
    public sealed interface Result {

        Instant at();

        record HandedOver(@Nullable String receipt, Instant at) implements Result {}

        record Deferred(String why, Instant until, Instant at) implements Result {}

        record Failed(Fault fault, String why, Instant at) implements Result {}

        record Skipped(String why, Instant at) implements Result {}

        /** Whether the touch is never taken up again. */
        default boolean isFinal() {
            return !(this instanceof Deferred);
        }

        default TouchOutcome outcomeOf(TouchRef touch) {
            return switch (this) {
                case HandedOver(var receipt, var at) -> new TouchOutcome.HandedOver(touch, receipt, at);
                case Deferred(var why, var until, var at) -> new TouchOutcome.Deferred(touch, until, why, at);
                case Failed(var fault, var why, var at) -> new TouchOutcome.Failed(touch, fault, why, at);
                case Skipped(var why, var at) -> new TouchOutcome.Skipped(touch, why, at);
            };
        }
    }

    public TouchId id() {
        return touch.id();
    }

    Claim resulting(Result result) {
        return new Claim(touch, turn, owner, leaseUntil, attempt, doubts, firstDueAt, result);
    }

    /** Its hand-over ended so that nobody knows whether it happened. */
    Claim inDoubt() {
        return new Claim(touch, turn, owner, leaseUntil, attempt, doubts + 1, firstDueAt, result);
    }

    Claim takenBy(Owner taker, Instant until, int newAttempt) {
        int inDoubt = result == null ? doubts + 1 : doubts;
        return new Claim(touch, turn + 1, taker, until, newAttempt, inDoubt, firstDueAt, null);
    }
}
