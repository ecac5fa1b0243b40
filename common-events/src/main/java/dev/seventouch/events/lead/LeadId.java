package dev.seventouch.events.lead;

import java.util.regex.Pattern;

/**
 * Who a lead is: 26 characters of lower-case base32hex, derived by a keyed hash from the lead's normalised email (else
 * phone, else name and postal address). The same person twice is one lead without a look-up, and the id tells nothing
 * about the person to anyone without the key.
 */
public record LeadId(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-v]{26}");

    /** @throws IllegalArgumentException if {@code value} is not 26 characters of lower-case base32hex */
    public LeadId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a lead id is 26 characters of 0-9 and a-v");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
