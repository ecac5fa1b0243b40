package dev.seventouch.intake.body;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What the same bytes are known by when they come again: 128 bits of their SHA-256, in hexadecimal digits. */
public final class Fingerprint {
    private static final int BYTES = 16;

    private Fingerprint() {}

    public static String of(byte[] bytes) {
        return of(digest(), bytes);
    }

    /** Of all that {@code digest} has been told. */
    public static String of(MessageDigest digest) {
        return of(digest, new byte[0]);
    }

    private static String of(MessageDigest digest, byte[] last) {
        return HexFormat.of().formatHex(digest.digest(last), 0, BYTES);
    }

    /** To be told bytes that come one after the other. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
