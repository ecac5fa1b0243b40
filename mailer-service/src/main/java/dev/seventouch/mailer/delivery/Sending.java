package dev.seventouch.mailer.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether mail leaves the house. What is wrong with our own set-up (a log-in that is refused, a sender that is refused, no
 * key to sign with) would cost every lead its mail, one failure after the other: so all is held back, the operator is told,
 * and after a while one mail goes ahead to find out. All times are wall time.
 */
public final class Sending {

    private static final Logger log = LoggerFactory.getLogger(Sending.class);

    /** Refusals of our set-up by so many domains in a row, with no mail taken in between, are no domain's whim. */
    private static final int DOMAINS = 3;

    private static final Duration LONGEST = Duration.ofHours(6);

    private final InstantSource wall;
    private final Duration shortest;
    private final MeterRegistry meters;
    private final java.util.Set<String> refusing = new java.util.HashSet<>();
    private @Nullable Pause pause;
    private @Nullable Instant probeUntil;

    /**
     * @param why in the relay's words
     * @param since when it began
     * @param until when one goes ahead
     */
    public record Pause(String why, Instant since, Instant until, Duration length) {}

    /** @param shortest how long the first pause is; it doubles each time, up to six hours */
    public Sending(InstantSource wall, Duration shortest, MeterRegistry meters) {
        this.wall = wall;
        this.shortest = shortest;
        this.meters = meters;
        meters.gauge("seventouch.mail.sending.paused", this, sending -> sending.paused() == null ? 0 : 1);
    }

    /** Why and until when mail is held back; null while it goes out. */
    public synchronized @Nullable Pause paused() {
        return pause;
    }

    /** How long a mail has to wait; null if it may go, all of them or this one ahead of the others. */
    public synchronized @Nullable Duration wait(Duration forProbe) {
        Pause now = pause;
        if (now == null) {
            return null;
        }
        Instant instant = wall.instant();
        Instant free = probeUntil != null && probeUntil.isAfter(now.until) ? probeUntil : now.until;
        if (instant.isBefore(free)) {
            return Duration.between(instant, free);
        }
        probeUntil = instant.plus(forProbe);
        return null;
    }

    /** A relay took a mail: the set-up is in order. */
    public void taken() {
        if (isAtEase()) {
            return;
        }
        end("a mail was taken");
    }

    private synchronized boolean isAtEase() {
        return pause == null && refusing.isEmpty();
    }

    /** A recipients' domain refuses our set-up. One may be odd; several in a row are right. */
    public synchronized void refusedBy(String domain, String why) {
        refusing.add(domain);
        if (refusing.size() >= DOMAINS || pause != null) {
            refused("several recipients' domains refuse our set-up: " + why);
        }
    }

    /** Our set-up is refused whoever the mail is for. */
    public synchronized void refused(String why) {
        Instant now = wall.instant();
        Pause before = pause;
        if (before != null && now.isBefore(before.until)) {
            return; // several were under way; they tell the same
        }
        Duration length = before == null ? shortest : before.length.multipliedBy(2);
        Duration bounded = length.compareTo(LONGEST) > 0 ? LONGEST : length;
        pause = new Pause(why, before == null ? now : before.since, now.plus(bounded), bounded);
        probeUntil = null;
        log.error("sending is paused until {}, mend the set-up: {}", now.plus(bounded), why);
        meters.counter("seventouch.mail.sending.pauses").increment();
    }

    /** Somebody has mended it and says so: all goes on at once. */
    public void resume() {
        end("the operator says so");
    }

    private synchronized void end(String why) {
        if (pause != null) {
            log.warn("sending goes on: {}", why);
        }
        pause = null;
        probeUntil = null;
        refusing.clear();
    }
}
