package dev.seventouch.mailer.channel.email;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Verifies a signature as RFC 6376 6.1.3 has it, written from the RFC and not from the library that signs. */
final class DkimVerifier {

    private DkimVerifier() {}

    /**
     * @param holds whether both hashes do
     * @param signed the names in h=, in lower case
     */
    record Verdict(boolean holds, List<String> signed, Map<String, String> tags) {}

    /** @param key RSA, or Ed25519 (RFC 8463): the first signature of its kind is looked at */
    static Verdict verify(String mail, PublicKey key) throws GeneralSecurityException {
        boolean ed25519 = !key.getAlgorithm().equals("RSA");
        int gap = mail.indexOf("\r\n\r\n");
        List<String> headers = headers(mail.substring(0, gap));
        String signature = headers.stream()
                .filter(header -> name(header).equals("dkim-signature"))
                .filter(header -> "ed25519-sha256".equals(tags(header).get("a")) == ed25519)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no signature"));
        Map<String, String> tags = tags(signature);
        List<String> signed = new ArrayList<>();
        StringBuilder hashed = new StringBuilder();
        List<String> left = new ArrayList<>(headers);
        for (String wanted : tags.get("h").split(":", -1)) {
            String name = wanted.strip().toLowerCase(Locale.ROOT);
            signed.add(name);
            // From the bottom up (5.4.2).
            for (int i = left.size() - 1; i >= 0; i--) {
                if (name(left.get(i)).equals(name)) {
                    hashed.append(relaxed(left.remove(i))).append("\r\n");
                    break;
                }
            }
        }
        hashed.append(relaxed(signature.replaceFirst("(?s)([;\\s]b=)[^;]*", "$1")));
        byte[] head = hashed.toString().getBytes(ISO_8859_1);
        Signature verifier = Signature.getInstance(ed25519 ? "Ed25519" : "SHA256withRSA");
        verifier.initVerify(key);
        verifier.update(ed25519 ? MessageDigest.getInstance("SHA-256").digest(head) : head);
        boolean headersHold = verifier.verify(base64(tags.get("b")));
        byte[] body = MessageDigest.getInstance("SHA-256").digest(body(mail.substring(gap + 4)));
        return new Verdict(headersHold && MessageDigest.isEqual(body, base64(tags.get("bh"))), signed, tags);
    }

    private static List<String> headers(String head) {
        return List.of(head.split("\r\n(?![ \t])", -1));
    }

    private static String name(String header) {
        return header.substring(0, header.indexOf(':')).strip().toLowerCase(Locale.ROOT);
    }

    /** RFC 6376 3.4.2. */
    private static String relaxed(String header) {
        String value = header.substring(header.indexOf(':') + 1).replace("\r\n", "");
        return name(header) + ":" + value.replaceAll("[ \t]+", " ").strip();
    }

    /** RFC 6376 3.4.4. */
    private static byte[] body(String body) {
        String[] lines = body.split("\r\n", -1);
        int last = lines.length;
        StringBuilder hashed = new StringBuilder();
        for (int i = 0; i < lines.length; i++) {
            lines[i] = lines[i].replaceAll("[ \t]+", " ").replaceAll(" $", "");
        }
        while (last > 0 && lines[last - 1].isEmpty()) {
            last--;
        }
        for (int i = 0; i < last; i++) {
            hashed.append(lines[i]).append("\r\n");
        }
        return hashed.toString().getBytes(ISO_8859_1);
    }

    private static Map<String, String> tags(String signature) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (String tag : signature.substring(signature.indexOf(':') + 1).split(";", -1)) {
            int equals = tag.indexOf('=');
            if (equals > 0) {
                tags.put(
                        tag.substring(0, equals).strip(),
                        tag.substring(equals + 1).replaceAll("\\s+", ""));
            }
        }
        return tags;
    }

    private static byte[] base64(String words) {
        return Base64.getDecoder().decode(words);
    }
}
