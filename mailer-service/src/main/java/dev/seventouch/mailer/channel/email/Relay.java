package dev.seventouch.mailer.channel.email;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The SMTP server that takes our mail.
 *
 * @param user null where none is needed
 * @param idle wall time after which an unused connection is not trusted any more
 */
public record Relay(
        String host,
        int port,
        @Nullable String user,
        @Nullable String password,
        Starttls starttls,
        Duration connectTimeout,
        Duration readTimeout,
        Duration idle) {

    /** What is done about encryption (RFC 3207). */
    public enum Starttls {
        /** In clear, as to a catcher on the same machine. */
        NEVER,
        /** Encrypted if the relay offers it. */
        OFFERED,
        /** Encrypted with a certificate that holds, or not at all. */
        REQUIRED
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
