package dev.seventouch.mailer.template;

import dev.seventouch.events.lead.PostalAddress;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** A postal address as it stands on an envelope, without the name. */
public final class AddressLines {

    private AddressLines() {}

    public static List<String> of(PostalAddress address) {
        String place = Stream.of(address.postalCode(), address.city())
                .filter(Objects::nonNull)
                .reduce((code, city) -> code + " " + city)
                .orElse("");
        String country = address.country() == null
                ? ""
                : Locale.of("", address.country()).getDisplayCountry(Locale.ENGLISH);
        return Stream.of(Objects.requireNonNullElse(address.street(), ""), place, country)
                .filter(line -> !line.isBlank())
                .toList();
    }
}
