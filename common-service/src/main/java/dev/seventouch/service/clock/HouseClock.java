package dev.seventouch.service.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * The house's time: wall time, or a demo's time that runs faster. It counts in milliseconds, as stores and people do.
 *
 * @param since the wall time at which house time was {@code epoch}
 * @param speed seconds of house time in a second of wall time; at 1 house time is wall time
 */
public record HouseClock(InstantSource wall, Instant epoch, Instant since, double speed) implements InstantSource {

    @Override
    public Instant instant() {
        Instant now = wall.instant();
        Instant house = speed == 1 ? now : epoch.plus(scaled(Duration.between(since, now), speed));
        return house.truncatedTo(ChronoUnit.MILLIS);
    }

    /** How long {@code house} time takes on the wall. */
    public Duration onTheWall(Duration house) {
        return scaled(house, 1 / speed);
    }

    /**
     * {@code house} time for what machines have to do; in a demo whose days are seconds, no less than they need.
     *
     * @param needed wall time
     */
    public Duration forMachines(Duration house, Duration needed) {
        Duration least = scaled(needed, speed);
        return speed == 1 || house.compareTo(least) > 0 ? house : least;
    }

    private static Duration scaled(Duration duration, double by) {
        double seconds = (duration.getSeconds() + duration.getNano() / 1e9) * by;
        long whole = (long) Math.floor(seconds);
        return Duration.ofSeconds(whole, (long) ((seconds - whole) * 1e9));
    }
}
