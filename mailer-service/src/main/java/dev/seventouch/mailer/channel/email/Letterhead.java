package dev.seventouch.mailer.channel.email;

/**
 * What is the same on all our mail.
 *
 * @param name the house, as shown beside the address
 * @param address where mail comes from, and where bounces go
 * @param domain the right side of Message-IDs and List-IDs
 * @param stopMailbox where a mail that says stop goes
 */
public record Letterhead(String name, String address, String domain, String stopMailbox) {}
