package dev.seventouch.mailer.channel.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;

/** Connections to the relay, kept open between mails. There are never more than threads that send. */
final class Connections implements AutoCloseable {

    private final Relay relay;
    private final Session session;
    private final InstantSource wall;
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
    private volatile @Nullable Instant downUntil;

    Connections(Relay relay, InstantSource wall) {
        this.relay = relay;
        this.wall = wall;
        this.session = Session.getInstance(settings(relay));
    }

    /** One open connection, used by one thread at a time. */
    record Connection(SmtpConversation transport, boolean usedBefore, Instant usedAt) {

        void close() {
            try {
                transport.close();
            } catch (MessagingException e) {
                // It is gone either way.
            }
        }
    }

    Session session() {
        return session;
    }

    /** A connection that was open a moment ago, or a new one. */
    Connection take() throws MessagingException {
        Instant now = wall.instant();
        for (Connection kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
            if (kept.usedAt().plus(relay.idle()).isAfter(now)) {
                return kept;
            }
            kept.close();
        }
        return open();
    }

    /** @throws MessagingException at once if the relay could not be reached a moment ago: each try costs its time-out */
    Connection open() throws MessagingException {
        Instant down = downUntil;
        if (down != null && wall.instant().isBefore(down)) {
            throw new MessagingException("the relay could not be reached a moment ago");
        }
        SmtpConversation transport = new SmtpConversation(session);
        try {
            transport.connect(relay.host(), relay.port(), relay.user(), relay.password());
        } catch (MessagingException e) {
            downUntil = wall.instant().plusSeconds(1);
            throw e;
        }
        downUntil = null;
        return new Connection(transport, false, wall.instant());
    }

    void giveBack(Connection connection) {
        idle.addFirst(new Connection(connection.transport(), true, wall.instant()));
    }

    @Override
    public void close() {
        for (Connection kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
            kept.close();
        }
    }

    private static Properties settings(Relay relay) {
        Properties settings = new Properties();
        settings.put("mail.smtp.socketFactory", new PromptSockets());
        settings.setProperty("mail.smtp.connectiontimeout", millis(relay.connectTimeout()));
        settings.setProperty("mail.smtp.timeout", millis(relay.readTimeout()));
        settings.setProperty("mail.smtp.writetimeout", millis(relay.readTimeout()));
        settings.setProperty("mail.smtp.auth", String.valueOf(relay.user() != null));
        settings.setProperty("mail.smtp.starttls.enable", String.valueOf(relay.starttls() != Relay.Starttls.NEVER));
        settings.setProperty(
                "mail.smtp.starttls.required", String.valueOf(relay.starttls() == Relay.Starttls.REQUIRED));
        settings.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        // The reply to QUIT is nothing that anybody waits for.
        settings.setProperty("mail.smtp.quitwait", "false");
        settings.setProperty("mail.mime.charset", "UTF-8");
        return settings;
    }

    private static String millis(java.time.Duration duration) {
        return String.valueOf(duration.toMillis());
    }
}
