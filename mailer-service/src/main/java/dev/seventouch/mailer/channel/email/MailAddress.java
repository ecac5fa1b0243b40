package dev.seventouch.mailer.channel.email;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Addresses as they may stand in a header and behind RCPT TO: exactly one, its domain in A-labels (RFC 5890). */
final class MailAddress {

    private MailAddress() {}

    /** @throws AddressException if it is not exactly one mailbox */
    static InternetAddress of(String address, @Nullable String name) throws AddressException {
        int at = address.lastIndexOf('@');
        if (at < 1 || address.chars().anyMatch(c -> c <= ' ' || c == 0x7f || "<>()[],;:\\\"".indexOf(c) >= 0)) {
            throw new AddressException("not one plain address");
        }
        String local = address.substring(0, at);
        if (local.codePoints().anyMatch(MailAddress::isHidden)) {
            throw new AddressException("an address with letters that can't be seen");
        }
        InternetAddress mailbox = new InternetAddress();
        mailbox.setAddress(local + "@" + ascii(address.substring(at + 1)));
        mailbox.validate();
        if (name != null && !name.isBlank()) {
            named(mailbox, name);
        }
        return mailbox;
    }

    /** Beyond ASCII: what is neither a letter nor a sign can only deceive (RFC 6532 3.2 leaves it to us). */
    private static boolean isHidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> true;
            default -> false;
        };
    }

    /** Whether only a relay with SMTPUTF8 can carry it (RFC 6531). */
    static boolean needsUtf8(InternetAddress mailbox) {
        return !mailbox.getAddress().chars().allMatch(c -> c < 0x80);
    }

    private static void named(InternetAddress mailbox, String name) throws AddressException {
        if (HeaderText.isUnsafe(name)) {
            throw new AddressException("a name with control characters");
        }
        try {
            mailbox.setPersonal(HeaderText.literal(name.strip()), StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java platform has UTF-8", e);
        }
    }

    private static String ascii(String domain) throws AddressException {
        try {
            return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            throw new AddressException("a domain that can't be");
        }
    }
}
