package dev.seventouch.mailer.delivery;

import dev.seventouch.service.clock.HouseClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** House time for what the lead lives through, wall time for leases. */
record Times(HouseClock clock) {

    /** To the millisecond, which is what the store keeps: the outcome told first and the one told again are equal. */
    Instant house() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    Instant wall() {
        return clock.wall().instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** The house time at which {@code wall} time will have come; never before a house millisecond from now. */
    Instant houseAt(Instant wall) {
        Duration left = Duration.between(wall(), wall);
        long millis = (long) Math.ceil(Math.max(1, left.toMillis()) * clock.speed());
        return house().plusMillis(millis);
    }
}
