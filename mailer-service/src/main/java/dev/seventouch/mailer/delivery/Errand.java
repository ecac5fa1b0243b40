package dev.seventouch.mailer.delivery;

import dev.seventouch.events.outcome.Fault;
import dev.seventouch.events.touch.Recipient;
import dev.seventouch.events.touch.TouchEvent;
import dev.seventouch.mailer.delivery.Claim.Result;
import dev.seventouch.mailer.delivery.Handover.Answer;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Takes one claimed touch from its template to a result. */
final class Errand {

    static final String STOPPED = "the lead said stop";

    private final Composer composer;
    private final Ledger ledger;
    private final Times times;
    private final Patience patience;
    private final boolean first;

    /** @param first whether its touches go ahead of all others */
    Errand(Composer composer, Ledger ledger, Times times, Patience patience, boolean first) {
        this.composer = composer;
        this.ledger = ledger;
        this.times = times;
        this.patience = patience;
        this.first = first;
    }

    /** How it stands with where a touch would go. */
    Handover.Prospect prospect(TouchEvent.Due due, Handover channel) {
        return channel.prospect(due, first);
    }

    /** The claim with what came of it. What the store throws is passed on: then nothing has been handed over. */
    Claim run(Claim claim, TouchEvent.Due due, Handover channel) {
        String obstacle = channel.obstacle(due);
        if (obstacle != null) {
            return claim.resulting(new Result.Skipped(obstacle, times.house()));
        }
        return switch (composer.compose(due, first, times.house())) {
            case Composer.Composed.Missing(var what) -> claim.resulting(later(claim, what, null, Fault.CONTENT));
            case Composer.Composed.Wrong(var why) ->
                claim.resulting(new Result.Failed(Fault.CONTENT, why, times.house()));
            case Composer.Composed.Ready(var parcel) -> handOver(claim, parcel, channel);
        };
    }

    private Claim handOver(Claim claim, Handover.Parcel parcel, Handover channel) {
        // With too little of the lease left, somebody else may take it up while it is on its way.
        if (claim.leaseUntil().minus(patience.spare()).isBefore(times.wall())) {
            Instant now = times.house();
            return claim.resulting(new Result.Deferred("it came too late in its batch", now, now));
        }
        return answered(claim, channel.handOver(parcel, () -> mayGo(parcel.due())));
    }

    /** The claim with what the answer means for it. */
    Claim answered(Claim claim, Answer answer) {
        return switch (answer) {
            case Answer.Taken(var receipt) -> claim.resulting(new Result.HandedOver(receipt, times.house()));
            case Answer.NotNow(var why, var wait, var inDoubt, var inTheEnd) ->
                (inDoubt ? claim.inDoubt() : claim).resulting(later(claim, why, wait, inTheEnd));
            case Answer.Waits(var why, var askAgain) -> {
                Instant now = times.house();
                yield claim.resulting(new Result.Deferred(why, now.plus(askAgain), now));
            }
            case Answer.Held(var why, var pause) ->
                claim.resulting(
                        new Result.Deferred(why, times.houseAt(times.wall().plus(pause)), times.house()));
            case Answer.Never(var fault, var why) -> claim.resulting(new Result.Failed(fault, why, times.house()));
            case Answer.Stopped() -> claim.resulting(new Result.Skipped(STOPPED, times.house()));
        };
    }

    /** What the lead forbade does not bind an alert to its owner. */
    private boolean mayGo(TouchEvent.Due due) {
        return due.to() == Recipient.OWNER
                || !ledger.forbids(due.touch().lead(), due.touch().channel().medium());
    }

    /** @param wait wall time; null for the usual one */
    private Result later(Claim claim, String why, @Nullable Duration wait, Fault inTheEnd) {
        Instant now = times.house();
        Instant until = wait == null
                ? now.plus(patience.retryAfter())
                : times.houseAt(times.wall().plus(wait));
        return until.isAfter(claim.firstDueAt().plus(patience.giveUpAfter()))
                ? new Result.Failed(inTheEnd, "given up: " + why, now)
                : new Result.Deferred(why, until, now);
    }
}
