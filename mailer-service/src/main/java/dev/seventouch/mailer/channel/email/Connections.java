package dev.seventouch.mailer.channel.email;

import dev.seventouch.mailer.delivery.RelayDays;
import dev.seventouch.service.outgoing.Trust;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Properties;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Connections to one relay, kept open between mails, never more than it allows. Some are kept back for first touches. */
final class Connections implements AutoCloseable {

    /** How long a mail waits for a connection before it is better told to come again. */
    private static final Duration QUEUE = Duration.ofSeconds(10);

    private static final int LOOKS = 100;

    /** For how long we believe that a relay takes no more connections than it has from us. */
    private static final Duration FULL = Duration.ofMinutes(1);

    private static final Duration SHORTEST_BREAK = Duration.ofSeconds(1);
    private static final Duration LONGEST_BREAK = Duration.ofMinutes(1);

    private final Relay relay;
    private final Session session;
    private final Allowance allowance;
    private final Pace pace;
    private final InstantSource wall;
    private final Semaphore free;
    private final Semaphore freeForOthers;
    private final LinkedBlockingDeque<Connection> idle = new LinkedBlockingDeque<>();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger opening = new AtomicInteger();
    private volatile Instant fullUntil = Instant.MIN;
    private volatile @Nullable Down down;

    /** Since when it is not asked, and for how long. */
    private record Down(Instant until, Duration after) {}

    Connections(Relay relay, RelayDays days, InstantSource wall, LongSupplier ticker) {
        this.relay = relay;
        this.allowance = new Allowance(relay.toString(), relay.warmUp(), days, wall);
        this.pace = new Pace(relay.perMinute(), ticker);
        this.wall = wall;
        this.session = Session.getInstance(settings(relay));
        int keptBack = relay.connections() / 4;
        this.free = new Semaphore(relay.connections(), true);
        this.freeForOthers = new Semaphore(relay.connections() - keptBack, true);
    }

    /**
     * One open connection, used by one thread at a time.
     *
     * @param first whether it carries a first touch now
     */
    record Connection(SmtpConversation transport, boolean usedBefore, Instant usedAt, boolean first) {}

    Relay relay() {
        return relay;
    }

    /** What is left of its day. */
    Allowance allowance() {
        return allowance;
    }

    /** When it may get its next mail. */
    Pace pace() {
        return pace;
    }

    /** Whether it could not be reached a moment ago: each try would cost its time-out. */
    boolean isDown() {
        Down now = down;
        return now != null && wall.instant().isBefore(now.until);
    }

    /** How many are in use. */
    int inUse() {
        return relay.connections() - free.availablePermits();
    }

    /** @return a connection that was open a moment ago, or a new one; null if all are busy and stay so */
    @Nullable Connection take(boolean first) throws MessagingException {
        if (!enter(first)) {
            return null;
        }
        try {
            Connection kept = kept(idle.pollFirst(), first);
            if (kept == null && wall.instant().isBefore(fullUntil)) {
                kept = kept(soonIdle(), first);
            }
            return kept == null ? opened(first) : kept;
        } catch (MessagingException e) {
            // Perhaps it speaks with us, but not on so many connections: whoever has one will give it back.
            Connection kept = kept(soonIdle(), first);
            if (kept != null) {
                fullUntil = wall.instant().plus(FULL);
                return kept;
            }
            rest();
            leave(first);
            throw e;
        } catch (RuntimeException e) {
            leave(first);
            throw e;
        }
    }

    /** @return null if there is none that was open a moment ago */
    private @Nullable Connection kept(@Nullable Connection candidate, boolean first) {
        Instant now = wall.instant();
        for (Connection kept = candidate; kept != null; kept = idle.pollFirst()) {
            if (kept.usedAt().plus(relay.idle()).isAfter(now)) {
                kept.transport().rewind();
                return new Connection(kept.transport(), true, now, first);
            }
            hangUp(kept);
        }
        return null;
    }

    /** @return null if none comes free in time, or none is there that could */
    private @Nullable Connection soonIdle() {
        Connection next = null;
        try {
            for (int looks = 0; next == null && looks < LOOKS && (open.get() > 0 || opening.get() > 0); looks++) {
                next = idle.pollFirst(QUEUE.toMillis() / LOOKS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return next;
    }

    private Connection opened(boolean first) throws MessagingException {
        SmtpConversation transport = new SmtpConversation(session);
        opening.incrementAndGet();
        try {
            transport.connect(relay.host(), relay.port(), relay.user(), relay.password());
            open.incrementAndGet();
        } finally {
            opening.decrementAndGet();
        }
        down = null;
        return new Connection(transport, false, wall.instant(), first);
    }

    /** Leaves the relay alone for a while, longer each time. */
    void rest() {
        Down before = down;
        Duration after = before == null ? SHORTEST_BREAK : before.after.multipliedBy(2);
        Duration bounded = after.compareTo(LONGEST_BREAK) > 0 ? LONGEST_BREAK : after;
        // Many connections that break at the same time are one break.
        if (before == null || !wall.instant().isBefore(before.until)) {
            down = new Down(wall.instant().plus(bounded), bounded);
        }
    }

    void giveBack(Connection connection) {
        idle.addFirst(new Connection(connection.transport(), true, wall.instant(), false));
        leave(connection.first());
    }

    void drop(Connection connection) {
        hangUp(connection);
        leave(connection.first());
    }

    private void hangUp(Connection connection) {
        open.decrementAndGet();
        try {
            connection.transport().close();
        } catch (MessagingException e) {
            // It is gone either way.
        }
    }

    private boolean enter(boolean first) {
        try {
            if (!first && !freeForOthers.tryAcquire(QUEUE.toMillis(), TimeUnit.MILLISECONDS)) {
                return false;
            }
            if (free.tryAcquire(QUEUE.toMillis(), TimeUnit.MILLISECONDS)) {
                return true;
            }
            if (!first) {
                freeForOthers.release();
            }
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void leave(boolean first) {
        free.release();
        if (!first) {
            freeForOthers.release();
        }
    }

    @Override
    public void close() {
        for (Connection kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
            hangUp(kept);
        }
    }

    private static Properties settings(Relay relay) {
        Properties settings = new Properties();
        settings.put("mail.smtp.socketFactory", new PromptSockets());
        settings.setProperty("mail.smtp.connectiontimeout", millis(relay.connectTimeout()));
        settings.setProperty("mail.smtp.timeout", millis(relay.readTimeout()));
        settings.setProperty("mail.smtp.writetimeout", millis(relay.readTimeout()));
        settings.setProperty("mail.smtp.auth", String.valueOf(relay.user() != null));
        encryption(relay, settings);
        // The reply to QUIT is nothing that anybody waits for.
        settings.setProperty("mail.smtp.quitwait", "false");
        return settings;
    }

    private static void encryption(Relay relay, Properties settings) {
        switch (relay.encryption()) {
            case NEVER -> {
                return;
            }
            case OFFERED -> settings.setProperty("mail.smtp.starttls.enable", "true");
            case REQUIRED -> {
                settings.setProperty("mail.smtp.starttls.enable", "true");
                settings.setProperty("mail.smtp.starttls.required", "true");
            }
            case IMPLICIT -> settings.setProperty("mail.smtp.ssl.enable", "true");
        }
        settings.put(
                "mail.smtp.ssl.socketFactory",
                new PromptTlsSockets(Trust.in(relay.certificates(), "SEVENTOUCH_SMTP_CERTIFICATES")));
        // Else what it refuses would be tried once more with the platform's certificates.
        settings.setProperty("mail.smtp.socketFactory.fallback", "false");
        settings.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        settings.setProperty("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
    }

    private static String millis(Duration duration) {
        return String.valueOf(duration.toMillis());
    }
}
