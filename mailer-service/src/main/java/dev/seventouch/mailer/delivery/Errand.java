package dev.seventouch.mailer.delivery;

import dev.seventouch.events.outcome.Fault;
import dev.seventouch.events.touch.Recipient;
import dev.seventouch.events.touch.TouchEvent;
import dev.seventouch.mailer.delivery.Claim.Result;
import dev.seventouch.mailer.delivery.Handover.Answer;
import java.time.Instant;

/** Takes one claimed touch from its template to a result. */
final class Errand {

    static final String STOPPED = "the lead said stop";

    private final Composer composer;
    private final Ledger ledger;
    private final Times times;
    private final Patience patience;

    Errand(Composer composer, Ledger ledger, Times times, Patience patience) {
        this.composer = composer;
        this.ledger = ledger;
        this.times = times;
        this.patience = patience;
    }

    /** What came of it. What the store throws is passed on: then nothing has been handed over. */
    Result run(Claim claim, TouchEvent.Due due, Handover channel) {
        String obstacle = channel.obstacle(due);
        if (obstacle != null) {
            return new Result.Skipped(obstacle, times.house());
        }
        return switch (composer.compose(due, times.house())) {
            case Composer.Composed.Missing(var what) -> later(claim, what, Fault.CONTENT);
            case Composer.Composed.Wrong(var why) -> new Result.Failed(Fault.CONTENT, why, times.house());
            case Composer.Composed.Ready(var parcel) -> handOver(claim, parcel, channel);
        };
    }

    private Result handOver(Claim claim, Handover.Parcel parcel, Handover channel) {
        // With too little of the lease left, somebody else may take it up while it is on its way.
        if (claim.leaseUntil().minus(patience.spare()).isBefore(times.wall())) {
            Instant now = times.house();
            return new Result.Deferred("it came too late in its batch", now, now);
        }
        Answer answer = channel.handOver(parcel, () -> mayGo(parcel.due()));
        return switch (answer) {
            case Answer.Taken(var receipt) -> new Result.HandedOver(receipt, times.house());
            case Answer.NotNow(var why) -> later(claim, why, Fault.SENDER);
            case Answer.Never(var fault, var why) -> new Result.Failed(fault, why, times.house());
            case Answer.Stopped() -> new Result.Skipped(STOPPED, times.house());
        };
    }

    /** What the lead forbade does not bind an alert to its owner. */
    private boolean mayGo(TouchEvent.Due due) {
        return due.to() == Recipient.OWNER
                || !ledger.forbids(due.touch().lead(), due.touch().channel().medium());
    }

    private Result later(Claim claim, String why, Fault inTheEnd) {
        Instant now = times.house();
        Instant until = now.plus(patience.retryAfter());
        return until.isAfter(claim.firstDueAt().plus(patience.giveUpAfter()))
                ? new Result.Failed(inTheEnd, "given up: " + why, now)
                : new Result.Deferred(why, until, now);
    }
}
