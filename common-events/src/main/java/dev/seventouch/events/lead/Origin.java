package dev.seventouch.events.lead;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Where a lead came from.
 *
 * @param source such as {@code website}; decides which cadence takes the lead
 * @param referrer who recommended us, if anybody
 */
public record Origin(
        String source, @Nullable String referrer, @Nullable Consent consent) {

    public Origin {
        requireNonNull(source, "source");
    }

    Origin foldedOver(Origin older) {
        return new Origin(source, Contact.newer(referrer, older.referrer), Consent.stronger(consent, older.consent));
    }
}
