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

    /** With what this one leaves out, as long as both can be one place; otherwise the lead has moved. */
    PostalAddress foldedOver(PostalAddress older) {
        boolean isElsewhere = differ(street, older.street)
                || differ(postalCode, older.postalCode)
                || differ(city, older.city)
                || differ(country, older.country);
        return isElsewhere
                ? this
                : new PostalAddress(
                        newer(street, older.street),
                        newer(postalCode, older.postalCode),
                        newer(city, older.city),
                        newer(country, older.country));
    }

    private static boolean differ(@Nullable String mine, @Nullable String older) {
        return mine != null && older != null && !mine.equalsIgnoreCase(older);
    }

    private static @Nullable String newer(@Nullable String mine, @Nullable String older) {
        return mine != null ? mine : older;
    }

    /** Whether a letter to this address can be put into the post. */
    public boolean isComplete() {
        return street != null && city != null;
    }
}
