package dev.seventouch.embedded;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * What is kept in memory of a message, and is a line of the index on disk.
 *
 * @param sender as given with MAIL FROM, which may differ from {@code from}
 * @param recipients as given with RCPT TO
 * @param size in bytes
 */
record Envelope(
        String id,
        String sender,
        List<String> recipients,
        Instant receivedAt,
        long size,
        String messageId,
        Mailbox from,
        List<Mailbox> to,
        List<Mailbox> cc,
        List<Mailbox> replyTo,
        String subject,
        String snippet,
        int attachments) {

    /** {@code to:someone@example.org} looks at the recipients alone; anything else at all that is shown in the list. */
    boolean matches(String query) {
        String wanted = query.strip().toLowerCase(Locale.ROOT);
        if (wanted.startsWith("to:")) {
            String address = wanted.substring(3).strip();
            return recipients.stream().anyMatch(recipient -> contains(recipient, address));
        }
        return recipients.stream().anyMatch(recipient -> contains(recipient, wanted))
                || contains(from.toString(), wanted)
                || contains(subject, wanted)
                || contains(snippet, wanted)
                || contains(messageId, wanted);
    }

    private static boolean contains(String text, String wanted) {
        return text.toLowerCase(Locale.ROOT).contains(wanted);
    }
}
