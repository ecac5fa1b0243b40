package dev.seventouch.events.lead;

import org.jspecify.annotations.Nullable;

/**
 * Where post goes.
 *
 * @param street street and number, or a post-office box
 * @param country ISO 3166-1 alpha-2
 */
public record PostalAddress(
        @Nullable String street,
        @Nullable String postalCode,
        @Nullable String city,
        @Nullable String country) {

    /** The newer, with what it leaves out as long as both can be one place; otherwise the lead has moved. */
    static @Nullable PostalAddress folded(@Nullable PostalAddress newer, @Nullable PostalAddress older) {
        return newer == null || older == null ? Contact.newer(newer, older) : newer.foldedOver(older);
    }

    private PostalAddress foldedOver(PostalAddress older) {
        boolean isElsewhere = differ(street, older.street)
                || differ(postalCode, older.postalCode)
                || differ(city, older.city)
                || differ(country, older.country);
        return isElsewhere
                ? this
                : new PostalAddress(
                        Contact.newer(street, older.street),
                        Contact.newer(postalCode, older.postalCode),
                        Contact.newer(city, older.city),
                        Contact.newer(country, older.country));
    }

    private static boolean differ(@Nullable String mine, @Nullable String older) {
        return mine != null && older != null && !mine.equalsIgnoreCase(older);
    }

    /** Whether a letter to this address can be put into the post. */
    public boolean isComplete() {
        return street != null && city != null;
    }
}
