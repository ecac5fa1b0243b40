package dev.seventouch.mailer.channel.email;

import org.jspecify.annotations.Nullable;

/**
 * What is the same on all our mail.
 *
 * @param name the house, as shown beside the address
 * @param address where mail comes from
 * @param domain the right side of Message-IDs and List-IDs
 * @param stopMailbox where a mail that says stop goes
 * @param returns by what a mail that comes back is known; null where nobody reads what comes back
 */
public record Letterhead(
        String name,
        String address,
        String domain,
        String stopMailbox,
        @Nullable Returns returns) {

    public Letterhead(String name, String address, String domain, String stopMailbox) {
        this(name, address, domain, stopMailbox, null);
    }
}
