package dev.seventouch.mailer.channel.email;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A second signature beside the RSA one (RFC 8463), over the same headers and the same body: the library that makes the first
 * can't make this one on today's JDK, which can.
 */
final class Ed25519Signature {

    private static final String NAME = "DKIM-Signature";
    private static final Pattern BODY_HASH = Pattern.compile("\\bbh=([^;]+)");
    private static final Pattern SIGNED = Pattern.compile("\\bh=([^;]+)");
    private static final Pattern TIME = Pattern.compile("\\bt=(\\d+)");

    private final String domain;
    private final String selector;
    private final PrivateKey key;

    Ed25519Signature(String domain, String selector, PrivateKey key) {
        this.domain = domain;
        this.selector = selector;
        this.key = key;
    }

    /** @param mail signed by RSA already, relaxed/relaxed; that signature says what is signed */
    byte[] inFrontOf(byte[] mail) {
        String all = new String(mail, ISO_8859_1);
        Map<String, String> headers = headers(all.substring(0, all.indexOf("\r\n\r\n")));
        String rsa = headers.getOrDefault(NAME.toLowerCase(Locale.ROOT), "").replaceAll("\\s+", "");
        String signed = found(SIGNED, rsa);
        String header =
                NAME + ": v=1; a=ed25519-sha256; c=relaxed/relaxed; d=" + domain + "; s=" + selector + ";\r\n t="
                        + found(TIME, rsa) + "; bh=" + found(BODY_HASH, rsa) + ";\r\n h="
                        + signed.replace(":", ":\r\n  ") + ";\r\n b=";
        StringBuilder hashed = new StringBuilder();
        for (String name : signed.split(":", -1)) {
            String value = headers.get(name.toLowerCase(Locale.ROOT));
            // A name that is signed and not there keeps it from being added (RFC 6376 5.4).
            if (value != null) {
                hashed.append(relaxed(name, value)).append("\r\n");
            }
        }
        hashed.append(relaxed(NAME, header.substring(NAME.length() + 1)));
        byte[] signature = signature(hashed.toString().getBytes(ISO_8859_1));
        byte[] whole = (header + Base64.getEncoder().encodeToString(signature) + "\r\n").getBytes(US_ASCII);
        byte[] both = new byte[whole.length + mail.length];
        System.arraycopy(whole, 0, both, 0, whole.length);
        System.arraycopy(mail, 0, both, whole.length, mail.length);
        return both;
    }

    private byte[] signature(byte[] headers) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(key);
            ed25519.update(MessageDigest.getInstance("SHA-256").digest(headers)); // RFC 8463 3
            return ed25519.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has Ed25519 since 15", e);
        }
    }

    /** By name in lower case; of those that are there several times the last one, which is the one that counts. */
    private static Map<String, String> headers(String head) {
        Map<String, String> headers = new HashMap<>();
        for (String header : List.of(head.split("\r\n(?![ \t])", -1))) {
            int colon = header.indexOf(':');
            headers.put(header.substring(0, colon).strip().toLowerCase(Locale.ROOT), header.substring(colon + 1));
        }
        return headers;
    }

    /** RFC 6376 3.4.2. */
    private static String relaxed(String name, String value) {
        return name.toLowerCase(Locale.ROOT) + ":"
                + value.replace("\r\n", "").replaceAll("[ \t]+", " ").strip();
    }

    private static String found(Pattern pattern, String rsa) {
        Matcher tag = pattern.matcher(rsa);
        if (!tag.find()) {
            throw new IllegalStateException("there is no RSA signature to go by");
        }
        return tag.group(1);
    }
}
