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

    /** Whether a letter to this address can be put into the post. */
    public boolean isComplete() {
        return street != null && city != null;
    }
}
