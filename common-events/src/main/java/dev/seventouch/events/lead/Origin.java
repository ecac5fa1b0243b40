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

    /**
     * With a proof of its consent, which stays if there is one already. Where there is none, to press the button was one; that
     * somebody tells of it was not.
     */
    Origin confirmed(Consent.Confirmation proof) {
        if (consent == null) {
            return proof.touch() == null ? this : new Origin(source, referrer, Consent.by(proof, source));
        }
        return consent.confirmed() == null ? new Origin(source, referrer, consent.confirmed(proof)) : this;
    }

    Origin withoutProof() {
        return consent == null ? this : new Origin(source, referrer, consent.withoutProof());
    }

    Origin foldedOver(Origin older) {
        return new Origin(source, Contact.newer(referrer, older.referrer), Consent.stronger(consent, older.consent));
    }
}
