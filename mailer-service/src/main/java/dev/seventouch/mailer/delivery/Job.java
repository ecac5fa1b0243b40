package dev.seventouch.mailer.delivery;

import dev.seventouch.events.touch.TouchEvent;
import dev.seventouch.events.touch.TouchId;

/** A touch that is due, and the claim under which it is worked on. */
record Job(TouchEvent.Due due, Claim claim) {

    TouchId id() {
        return claim.id();
    }

    Job with(Claim other) {
        return new Job(due, other);
    }

    Job resulting(Claim.Result result) {
        return new Job(due, claim.resulting(result));
    }
}
