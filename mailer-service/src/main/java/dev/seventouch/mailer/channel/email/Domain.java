package dev.seventouch.mailer.channel.email;

import dev.seventouch.mailer.channel.email.DomainLimits.Limit;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * What was learned of one recipients' domain: how fast it takes mail, and whether it wants to be left alone. All times are
 * in nanoseconds since whenever, as {@link System#nanoTime} has them.
 */
final class Domain {

    /** A first touch finds room even where the others have taken all of it. */
    private static final int ROOM_FOR_FIRST = 2;

    /** A domain that was idle may get as many at once. */
    private static final int BURST = 10;

    /** A single refusal is about an address (greylisting, a full mailbox); so many in a row are about us. */
    private static final int REFUSALS_IN_A_ROW = 5;

    /** By how much those that are turned away come again one after the other. */
    private static final Duration SPREAD = Duration.ofMillis(200);

    private static final long LOOK_AGAIN = TimeUnit.MILLISECONDS.toNanos(100);

    private final Limit limit;
    private final DomainLimits limits;
    private final Allowance allowance;
    private final LongSupplier ticker;
    private final long between;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    private int underWay;
    private int talking;
    private int room;
    private double usual;
    private long lastEntry;
    private long lastBegun;
    private long nextSlot;
    private long nextProbe;
    private int turnedAway;
    private int refusals;
    private int holds;
    private long heldUntil;
    private String why = "";

    Domain(Limit limit, DomainLimits limits, Allowance allowance, LongSupplier ticker) {
        this.limit = limit;
        this.allowance = allowance;
        this.limits = limits;
        this.ticker = ticker;
        this.room = limit.connections();
        this.between = limit.perMinute() == 0 ? 0 : TimeUnit.MINUTES.toNanos(1) / limit.perMinute();
        this.heldUntil = ticker.getAsLong();
        this.lastEntry = heldUntil;
        this.nextSlot = heldUntil;
        this.nextProbe = heldUntil;
    }

    /** Whether a mail may go there now. */
    sealed interface Entry {

        /** To be left again. */
        final class Admitted implements Entry {
            private boolean begun;
            private long at;
        }

        /** @param pause wall time after which it may come again */
        record TurnedAway(String why, Duration pause) implements Entry {}
    }

    /** What a mail would meet there now. */
    sealed interface Outlook {

        record Usual() implements Outlook {}

        /** It is slow; one may go there and find out whether it still is. */
        record Slow() implements Outlook {}

        record Shut(Entry.TurnedAway turned) implements Outlook {}
    }

    /** Nothing waits here: a mail that would be turned away need not be written. */
    Outlook outlook(boolean first) {
        lock.lock();
        try {
            long now = ticker.getAsLong();
            if (heldUntil - now > 0) {
                return new Outlook.Shut(turnedAway(why, heldUntil - now));
            }
            if (!isSlow(now)) {
                return new Outlook.Usual();
            }
            if (underWay >= (first ? room + ROOM_FOR_FIRST : room) || now - nextProbe < 0) {
                return new Outlook.Shut(
                        turnedAway("its domain is slow", limits.comeAgain().toNanos()));
            }
            // Until it has entered, the others would find room as well.
            nextProbe = now + limits.slowAfter().toNanos();
            return new Outlook.Slow();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for its turn, but not long: whoever waits here holds up the batch. */
    Entry enter(boolean first) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long deadline = ticker.getAsLong() + limits.queue().toNanos();
            while (true) {
                long now = ticker.getAsLong();
                long slotIn = first ? 0 : nextSlot - BURST * between - now;
                if (heldUntil - now > 0) {
                    return turnedAway(why, heldUntil - now);
                }
                if (now + slotIn - deadline > 0) {
                    return turnedAway("its domain has had its share of this minute", slotIn);
                }
                boolean isRoom = underWay < (first ? room + ROOM_FOR_FIRST : room);
                if (isRoom && slotIn <= 0) {
                    return admitted(now);
                }
                if (!isRoom && (isSlow(now) || now - deadline >= 0)) {
                    return turnedAway("its domain is slow", limits.comeAgain().toNanos());
                }
                changed.awaitNanos(LOOK_AGAIN);
            }
        } finally {
            lock.unlock();
        }
    }

    private Entry admitted(long now) {
        underWay++;
        lastEntry = now;
        turnedAway = 0;
        nextSlot = Math.max(nextSlot, now) + between;
        return new Entry.Admitted();
    }

    private Entry.TurnedAway turnedAway(String reason, long nanos) {
        Duration wait = Duration.ofNanos(nanos).plus(SPREAD.multipliedBy(turnedAway));
        turnedAway++;
        return new Entry.TurnedAway(reason, wait);
    }

    /** Either it was slow lately, or whoever is in there now has been for long. */
    private boolean isSlow(long now) {
        long slow = limits.slowAfter().toNanos();
        return usual > slow || (talking > 0 && now - lastBegun > slow);
    }

    /** The relay has time for the mail now: what it waited for until then tells nothing of the domain. */
    void begun(Entry.Admitted entry) {
        lock.lock();
        try {
            if (!entry.begun) {
                entry.begun = true;
                talking++;
            }
            entry.at = ticker.getAsLong();
            lastBegun = entry.at;
        } finally {
            lock.unlock();
        }
    }

    /** A mail was taken, or nothing can be learned from what became of it. */
    void left(Entry.Admitted entry, boolean taken) {
        leave(entry, () -> {
            if (taken) {
                refusals = 0;
                holds = 0;
                room = isSlow(ticker.getAsLong()) ? 1 : Math.min(limit.connections(), room * 2);
            }
        });
    }

    /** A mail was refused there. */
    void refused(Entry.Admitted entry, Refusal refusal) {
        leave(entry, () -> {
            if (refusal.isOfSetUp()) {
                hold("its domain refuses our set-up: " + refusal.words(), limits.policyHold());
            } else if (refusal.isThrottle()) {
                hold("its domain asked us to slow down: " + refusal.words(), backOff());
            } else if ((refusal.code() < 500 || refusal.isPolicy()) && ++refusals >= REFUSALS_IN_A_ROW) {
                hold("its domain took none of the last mails: " + refusal.words(), backOff());
            }
        });
    }

    private Duration backOff() {
        Duration wait = limits.shortestHold().multipliedBy(1L << Math.min(holds, 20));
        return wait.compareTo(limits.longestHold()) < 0 ? wait : limits.longestHold();
    }

    private void hold(String reason, Duration wait) {
        long until = ticker.getAsLong() + wait.toNanos();
        if (heldUntil - ticker.getAsLong() > 0) {
            return; // several were under way; they tell the same
        }
        heldUntil = until;
        holds++;
        refusals = 0;
        // Afterwards one goes ahead.
        room = 1;
        why = reason;
    }

    private void leave(Entry.Admitted entry, Runnable learn) {
        lock.lock();
        try {
            underWay--;
            nextProbe = ticker.getAsLong();
            if (entry.begun) {
                talking--;
                // Recent mails count most, and one alone does not yet make a domain slow.
                usual = usual * 0.7 + (nextProbe - entry.at) * 0.3;
            }
            learn.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** What is left of its day. */
    Allowance allowance() {
        return allowance;
    }

    boolean isHeld() {
        lock.lock();
        try {
            return heldUntil - ticker.getAsLong() > 0;
        } finally {
            lock.unlock();
        }
    }

    /** Whether there is nothing to be remembered of it. */
    boolean isForgettable() {
        lock.lock();
        try {
            return underWay == 0
                    && holds == 0
                    && nextSlot - ticker.getAsLong() <= 0
                    && ticker.getAsLong() - lastEntry > limits.comeAgain().toNanos();
        } finally {
            lock.unlock();
        }
    }
}
