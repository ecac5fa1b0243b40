package dev.seventouch.intake.mailbox.imap;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * @param certificates PEM: those that are trusted in place of the platform's; null for the platform's
 * @param largest bytes that are read of a mail
 * @param timeout wall time for connecting and for each reply
 */
public record ImapAccount(
        String host,
        int port,
        String user,
        String password,
        Security security,
        @Nullable Path certificates,
        String folder,
        int largest,
        Duration timeout) {

    public enum Security {
        /** TLS from the first byte (RFC 8314). */
        IMPLICIT,
        /** TLS by STARTTLS, and nothing without it. */
        STARTTLS,
        NONE
    }

    /** Never the password. */
    @Override
    public String toString() {
        return user + "@" + host + "/" + folder;
    }
}
