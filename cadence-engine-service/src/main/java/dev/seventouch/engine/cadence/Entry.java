package dev.seventouch.engine.cadence;

import org.jspecify.annotations.Nullable;

/**
 * Who comes into a cadence, and where to from it.
 *
 * @param customers the id of the cadence in which a lead goes on once it has bought; null for none
 */
public record Entry(
        Audience audience,
        Again again,
        OptIn optIn,
        @Nullable String customers) {

    public static Entry of(Audience audience) {
        return new Entry(audience, Again.NEVER, OptIn.USUAL, null);
    }
}
