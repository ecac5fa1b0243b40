package dev.seventouch.events.lead;

/**
 * Who a lead is: 26 characters of lower-case base32hex, derived by a keyed hash from the lead's normalised email (else
 * phone, else name and postal address). The same person twice is one lead without a look-up, and the id tells nothing
 * about the person to anyone without the key.
 */
public record LeadId(String value) {
    private static final int LENGTH = 26;

    /** @throws IllegalArgumentException if {@code value} is not 26 characters of lower-case base32hex */
    public LeadId {
        if (!isOne(value)) {
            throw new IllegalArgumentException("a lead id is 26 characters of 0-9 and a-v");
        }
    }

    // Read millions of times an hour: a pattern would take longer than all the rest of reading an id.
    private static boolean isOne(String value) {
        if (value.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            char c = value.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'v')) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return value;
    }
}
