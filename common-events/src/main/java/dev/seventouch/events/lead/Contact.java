package dev.seventouch.events.lead;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How a lead is addressed and reached.
 *
 * @param email normalised address
 * @param phone E.164, such as {@code +49301234567}
 * @param language BCP 47, such as {@code de} or {@code en-GB}
 * @param country ISO 3166-1 alpha-2, such as {@code DE}
 */
public record Contact(
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable PostalAddress address,
        @Nullable String company,
        @Nullable String language,
        @Nullable ZoneId zone,
        @Nullable String country) {

    public static Contact ofEmail(String email) {
        return new Contact(null, email, null, null, null, null, null, null);
    }

    Contact withEmail(@Nullable String address) {
        return new Contact(name, address, phone, this.address, company, language, zone, country);
    }

    Contact foldedOver(Contact older) {
        return new Contact(
                newer(name, older.name),
                newer(email, older.email),
                newer(phone, older.phone),
                PostalAddress.folded(address, older.address),
                newer(company, older.company),
                newer(language, older.language),
                newer(zone, older.zone),
                newer(country, older.country));
    }

    static <T> @Nullable T newer(@Nullable T mine, @Nullable T older) {
        return mine != null ? mine : older;
    }
}
