package dev.seventouch.mailer.delivery;

import dev.seventouch.events.touch.TouchEvent;
import java.time.Instant;

/** What a claim that stands there already means for whoever meets it. */
sealed interface Standing {

    /** It is decided; the outcome is told again and nothing else is done. */
    record Decided(Claim.Result result) implements Standing {}

    /** Somebody is busy with it. */
    record Busy(Instant leaseUntil) implements Standing {}

    /** Nobody is busy with it (any more). */
    record Free() implements Standing {}

    /**
     * @param wall now, by the wall
     * @param house now, in house time
     */
    static Standing of(Claim claim, TouchEvent.Due due, Claim.Owner me, Instant wall, Instant house) {
        return switch (claim.result()) {
            case null ->
                // Whoever ran under this name before is gone; what runs here now would be in flight and not get here.
                claim.owner().instance().equals(me.instance())
                                || claim.leaseUntil().isBefore(wall)
                        ? new Free()
                        : new Busy(claim.leaseUntil());
            case Claim.Result.Deferred deferred ->
                due.attempt() > claim.attempt() || !deferred.until().isAfter(house)
                        ? new Free()
                        : new Decided(deferred);
            case Claim.Result.HandedOver done -> new Decided(done);
            case Claim.Result.Failed done -> new Decided(done);
            case Claim.Result.Skipped done -> new Decided(done);
        };
    }
}
