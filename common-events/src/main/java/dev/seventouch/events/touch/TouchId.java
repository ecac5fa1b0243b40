package dev.seventouch.events.touch;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * One touch, however often it is tried: 32 lower-case hex digits derived from enrollment, step and occurrence. It is the
 * key of the claim, the left side of the Message-ID, and what comes back in a reply or a link.
 */
public record TouchId(String value) {
    private static final int LENGTH = 32;

    /** @throws IllegalArgumentException if {@code value} is not 32 lower-case hex digits */
    public TouchId {
        if (!isOne(value)) {
            throw new IllegalArgumentException("a touch id is 32 characters of 0-9 and a-f");
        }
    }

    /** @param occurrence 1 for the first time this step comes round, 2 for the second, and so on */
    public static TouchId of(EnrollmentId enrollment, String step, int occurrence) {
        byte[] derived =
                sha256().digest((enrollment + "\n" + step + "\n" + occurrence).getBytes(StandardCharsets.UTF_8));
        return new TouchId(java.util.HexFormat.of().formatHex(Arrays.copyOf(derived, 16)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    // Read millions of times an hour: a pattern would take longer than all the rest of reading an id.
    private static boolean isOne(String value) {
        if (value.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            char c = value.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
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
