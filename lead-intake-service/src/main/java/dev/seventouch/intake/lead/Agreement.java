package dev.seventouch.intake.lead;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * On what it rests that a lead is written to, as it came in, not yet looked at.
 *
 * @param wording the very words that the lead agreed to; with another basis than consent, what that rests on
 * @param basis such as {@code existing-customer}; null for consent
 * @param version of the wording; null for one that is made of its words
 * @param at the day or the moment at which the lead agreed; null for {@code taken}
 * @param source where it was given
 * @param ip the address it came from; null where the sender is not the lead
 * @param taken when it came in
 */
public record Agreement(
        @Nullable String wording,
        @Nullable String basis,
        @Nullable String version,
        @Nullable String at,
        String source,
        @Nullable String ip,
        Instant taken) {

    /** Consent, given now. */
    public Agreement(String wording, String source, @Nullable String ip, Instant taken) {
        this(wording, null, null, null, source, ip, taken);
    }
}
