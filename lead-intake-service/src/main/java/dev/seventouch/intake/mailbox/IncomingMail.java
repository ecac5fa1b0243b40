package dev.seventouch.intake.mailbox;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mail that came in, as far as it matters.
 *
 * @param headers by name in lower case, each with all its values, unfolded
 * @param from the address of the first author, if it can be read
 * @param name of the first author, as they write it
 * @param text what a person or a machine wrote, without markup; empty if there is none
 * @param delivery per recipient, what a delivery status notification says (RFC 3464), by name in lower case
 * @param feedback what a feedback report says (RFC 5965), by name in lower case; empty if it is none
 * @param returned the headers of our own mail that was sent back, as text; empty if none were
 */
record IncomingMail(
        Map<String, List<String>> headers,
        @Nullable String from,
        @Nullable String name,
        String text,
        List<Map<String, String>> delivery,
        Map<String, String> feedback,
        String returned) {

    private static final int LONGEST_LINE = 998;

    Optional<String> header(String name) {
        return all(name).stream().findFirst();
    }

    List<String> all(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    /** No longer than a line may be (RFC 5322 2.1.1): what follows is of nobody who wants to be read. */
    String subject() {
        String subject = header("subject").orElse("");
        return subject.substring(0, Math.min(subject.length(), LONGEST_LINE));
    }
}
