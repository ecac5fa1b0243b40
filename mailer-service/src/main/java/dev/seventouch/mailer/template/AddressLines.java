package dev.seventouch.mailer.template;

import dev.seventouch.events.lead.Contact;
import dev.seventouch.events.lead.PostalAddress;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A postal address as it stands on an envelope. */
public final class AddressLines {

    /** Where the code comes after the town. */
    private static final Set<String> CODE_LAST = Set.of("AU", "CA", "GB", "IE", "IN", "NZ", "US");

    /** Six lines of some forty letters are what an address field has room for at its usual size. */
    private static final int USUAL_ROWS = 6;

    private static final int USUAL_LETTERS = 40;

    private AddressLines() {}

    /** Without the name. */
    public static List<String> of(PostalAddress address) {
        boolean codeLast = address.country() != null && CODE_LAST.contains(address.country());
        String place = (codeLast
                        ? Stream.of(address.city(), address.postalCode())
                        : Stream.of(address.postalCode(), address.city()))
                .filter(Objects::nonNull)
                .reduce((first, second) -> first + " " + second)
                .orElse("");
        String country = address.country() == null
                ? ""
                : Locale.of("", address.country()).getDisplayCountry(Locale.ENGLISH);
        return Stream.of(Objects.requireNonNullElse(address.street(), ""), place, country)
                .filter(line -> !line.isBlank())
                .toList();
    }

    /** All that stands on the envelope, the firm first; empty if the address is none, or nothing that a post office could read. */
    public static List<String> envelope(Contact contact) {
        PostalAddress address = contact.address();
        List<String> lines = address == null || !address.isComplete() ? List.of() : of(address);
        return lines.isEmpty() || lines.stream().anyMatch(line -> Decency.shown(line) == null)
                ? List.of()
                : Stream.concat(Stream.of(shown(contact.company()), shown(contact.name())), lines.stream())
                        .filter(line -> !line.isEmpty())
                        .toList();
    }

    private static String shown(@Nullable String words) {
        return Objects.requireNonNullElse(Decency.shown(words), "");
    }

    /** Whether they need more room than an address field has at its usual size. */
    static boolean areMany(List<String> lines) {
        return lines.stream()
                        .mapToInt(line -> 1 + (line.length() - 1) / USUAL_LETTERS)
                        .sum()
                > USUAL_ROWS;
    }
}
