package dev.seventouch.mailer.channel.email;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The SMTP server that takes our mail.
 *
 * @param user null where none is needed
 * @param certificates the certificates that hold, as PEM; null for those that the platform trusts
 * @param connections how many may be open at the same time
 * @param idle wall time after which an unused connection is not trusted any more
 * @param perMinute how many mails it gets in a minute of wall time; 0 where that is not bounded
 * @param warmUp how its days grow; null where mail has gone for long
 */
public record Relay(
        String host,
        int port,
        @Nullable String user,
        @Nullable String password,
        Encryption encryption,
        @Nullable Path certificates,
        int connections,
        Duration connectTimeout,
        Duration readTimeout,
        Duration idle,
        int perMinute,
        @Nullable WarmUp warmUp) {

    /** What is done about encryption. */
    public enum Encryption {
        /** In clear, as to a catcher on the same machine. */
        NEVER,
        /** Encrypted if the relay offers it (RFC 3207). */
        OFFERED,
        /** Encrypted by STARTTLS with a certificate that holds, or not at all (RFC 3207). */
        REQUIRED,
        /** Encrypted from the first byte, with a certificate that holds (RFC 8314 3.3). */
        IMPLICIT
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
