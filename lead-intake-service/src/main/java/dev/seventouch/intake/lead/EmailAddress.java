package dev.seventouch.intake.lead;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An address that mail can be sent to (RFC 5321 4.1.2, RFC 6531): a dot-atom before the "@", a domain name behind it.
 * Quoted local parts and address literals are not taken: hardly anybody has one, and they are how headers get injected.
 *
 * @param local as it was typed, composed (NFC): only the receiving system knows what its case means (RFC 5321 2.4)
 * @param domain lower-case, internationalised labels as A-labels (RFC 5890)
 */
record EmailAddress(String local, String domain) {
    /** Octets, RFC 5321 4.5.3.1.1. */
    private static final int LONGEST_LOCAL = 64;
    /** Octets, RFC 5321 4.5.3.1.2. */
    private static final int LONGEST_DOMAIN = 255;
    /** Octets: the 256 of a path less its angle brackets, RFC 5321 4.5.3.1.3. */
    private static final int LONGEST = 254;

    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~\\-\\p{L}\\p{M}\\p{N}]+";
    private static final Pattern LOCAL = Pattern.compile(ATOM + "(\\." + ATOM + ")*");
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

    static Reading<EmailAddress> read(String raw) {
        return switch (PlainText.line(raw, 320)) {
            case Reading.Bad<String>(var why) -> new Reading.Bad<>(why);
            case Reading.Good<String>(var text) -> ofText(text);
        };
    }

    private static Reading<EmailAddress> ofText(String text) {
        int at = text.indexOf('@');
        if (at < 0) {
            return new Reading.Bad<>("has no \"@\"; write it as name@example.com");
        }
        if (text.indexOf('@', at + 1) >= 0) {
            return new Reading.Bad<>("has more than one \"@\"; send one address");
        }
        String local = text.substring(0, at);
        if (!LOCAL.matcher(local).matches()) {
            return new Reading.Bad<>(
                    "is not an address that can be used before the \"@\"; letters, digits and single dots or signs such as \"-\" and \"+\" are");
        }
        String domain = domainOf(text.substring(at + 1));
        if (!DOMAIN.matcher(domain).matches()) {
            return new Reading.Bad<>("has no valid domain behind the \"@\"; write it as name@example.com");
        }
        return local.getBytes(UTF_8).length > LONGEST_LOCAL
                        || domain.length() > LONGEST_DOMAIN
                        || local.getBytes(UTF_8).length + 1 + domain.length() > LONGEST
                ? new Reading.Bad<>(
                        "is longer than an address can be (RFC 5321: 64 octets, \"@\", 255 octets, 254 in all)")
                : new Reading.Good<>(new EmailAddress(local, domain));
    }

    /** The domain in A-labels, or nothing if it is not one. */
    private static String domainOf(String typed) {
        try {
            String ascii = IDN.toASCII(typed, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            return ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) { // the latter on some empty labels
            return "";
        }
    }

    /** Whom the address belongs to: the same for every way in which a person writes it. Dots are kept. */
    String identity() {
        return Normalizer.normalize(local.toLowerCase(Locale.ROOT), Normalizer.Form.NFC) + "@" + domain;
    }

    @Override
    public String toString() {
        return local + "@" + domain;
    }
}
