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

    /** @throws AddressException if it is not exactly one mailbox of ASCII before the at sign (no SMTPUTF8 here) */
    static InternetAddress of(String address, @Nullable String name) throws AddressException {
        int at = address.lastIndexOf('@');
        if (at < 1 || address.chars().anyMatch(c -> c <= ' ' || c == 0x7f || "<>()[],;:\\\"".indexOf(c) >= 0)) {
            throw new AddressException("not one plain address");
        }
        String local = address.substring(0, at);
        if (!local.chars().allMatch(c -> c < 0x7f)) {
            throw new AddressException("an address beyond ASCII before the at sign");
        }
        InternetAddress mailbox = new InternetAddress();
        mailbox.setAddress(local + "@" + ascii(address.substring(at + 1)));
        mailbox.validate();
        if (name != null && !name.isBlank()) {
            named(mailbox, name);
        }
        return mailbox;
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
