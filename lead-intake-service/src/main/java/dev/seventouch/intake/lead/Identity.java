package dev.seventouch.intake.lead;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seventouch.events.lead.Contact;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.lead.PostalAddress;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Derives who a lead is, by a keyed hash (HMAC-SHA256, RFC 2104) of its email, else its phone, else its name and postal
 * address. The key must never change: the same person would become another lead.
 */
public final class Identity {
    private static final int BYTES = 16;

    private final SecretKeySpec key;

    public Identity(String secret) {
        this.key = new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256");
    }

    /** @throws IllegalArgumentException if {@code contact} has neither email nor phone nor name and address */
    public LeadId of(Contact contact) {
        if (contact.email() != null) {
            return ofEmail(contact.email())
                    .orElseThrow(() -> new IllegalArgumentException("the contact's email was not normalised"));
        }
        if (contact.phone() != null) {
            return derived("phone:" + contact.phone());
        }
        if (!LeadRules.canBeIdentified(contact)) {
            throw new IllegalArgumentException("a lead without email, phone, or name and address is nobody");
        }
        return derived("post:" + post(contact.name(), contact.address()));
    }

    /** Whose address {@code raw} is, or nothing if it is not an address. */
    public Optional<LeadId> ofEmail(String raw) {
        return switch (EmailAddress.read(raw)) {
            case Reading.Good<EmailAddress>(var email) -> Optional.of(derived("email:" + email.identity()));
            case Reading.Bad<EmailAddress> _ -> Optional.empty();
        };
    }

    private static String post(@Nullable String name, @Nullable PostalAddress address) {
        Stream<@Nullable String> parts = address == null
                ? Stream.of(name)
                : Stream.of(name, address.street(), address.postalCode(), address.city(), address.country());
        return parts.map(part ->
                        part == null ? "" : part.toLowerCase(Locale.ROOT).replaceAll("\\s+", " "))
                .collect(Collectors.joining("\n"));
    }

    private LeadId derived(String from) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return new LeadId(base32hex(Arrays.copyOf(mac.doFinal(from.getBytes(UTF_8)), BYTES)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** RFC 4648 section 7, lower-case, unpadded: 128 bits and two zero bits are 26 digits of five. */
    private static String base32hex(byte[] bytes) {
        String digits = new BigInteger(1, bytes).shiftLeft(2).toString(32);
        return "0".repeat(26 - digits.length()) + digits;
    }
}
