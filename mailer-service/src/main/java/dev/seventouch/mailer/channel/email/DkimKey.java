package dev.seventouch.mailer.channel.email;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/**
 * What mail of a domain is signed with.
 *
 * @param domain the signing domain, d= (RFC 6376 3.5)
 * @param selector under {@code selector._domainkey.domain} the public key is published
 */
public record DkimKey(String domain, String selector, PrivateKey key) {

    /** RFC 8301 3.2: signers use 2048 bits or more. */
    private static final int FEWEST_BITS = 2048;

    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    /**
     * Reads {@code DOMAIN:SELECTOR:FILE}, the file being an RSA or Ed25519 key as PEM (PKCS #8).
     *
     * @throws IllegalArgumentException if it is not, with what to do instead
     */
    public static DkimKey read(String line) {
        String[] parts = line.split(":", 3);
        if (parts.length != 3
                || !parts[0].contains(".")
                || !parts[1].matches("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?")) {
            throw new IllegalArgumentException("\"" + line + "\" is no DKIM key: write DOMAIN:SELECTOR:FILE");
        }
        return new DkimKey(parts[0].toLowerCase(java.util.Locale.ROOT), parts[1], key(Path.of(parts[2])));
    }

    private static PrivateKey key(Path file) {
        try {
            String pem = Files.readString(file);
            int begin = pem.indexOf(BEGIN);
            int end = pem.indexOf(END);
            if (begin < 0 || end < begin) {
                throw new IllegalArgumentException(file + " holds no PKCS #8 key; make one with: openssl genpkey"
                        + " -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out " + file);
            }
            byte[] der = Base64.getMimeDecoder().decode(pem.substring(begin + BEGIN.length(), end));
            PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(der);
            if (isEd25519(der)) {
                return KeyFactory.getInstance("Ed25519").generatePrivate(spec);
            }
            RSAPrivateKey key = (RSAPrivateKey) KeyFactory.getInstance("RSA").generatePrivate(spec);
            if (key.getModulus().bitLength() < FEWEST_BITS) {
                throw new IllegalArgumentException(file + " has fewer than " + FEWEST_BITS + " bits (RFC 8301)");
            }
            return key;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "the DKIM key in " + file + " can't be read as RSA or Ed25519 in PKCS #8", e);
        }
    }

    /** RFC 8410 3 and 7: the algorithm's name in the key's own words. */
    private static boolean isEd25519(byte[] der) {
        return HexFormat.of().formatHex(der).contains("300506032b6570");
    }

    boolean isRsa() {
        return key instanceof RSAPrivateKey;
    }

    @Override
    public String toString() {
        return selector + "._domainkey." + domain;
    }
}
