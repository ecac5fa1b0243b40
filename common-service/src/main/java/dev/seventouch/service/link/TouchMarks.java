package dev.seventouch.service.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.touch.TouchId;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Marks by which a mail that comes back tells whose it was: in the envelope sender (VERP), in the Message-ID, and in the subject
 * of a mail that says stop. 56 characters of lower-case base32hex, as not every mail server leaves the case of an address alone;
 * with {@code bounces+} in front they are the 64 that RFC 5321 4.5.3.1.1 allows.
 *
 * <p>A mark holds the lead, the touch, and 24 bits of HMAC-SHA256. That is short for a seal, but who makes one up must know both
 * ids as well, 128 bits each, which are in that one mail only.
 */
public final class TouchMarks {
    public static final int LENGTH = 56;

    private static final int ID_BYTES = 16;
    private static final int SEAL_BYTES = 3;
    private static final int DIGIT_BITS = 5;

    /** Two ids of 128 bits; a lead's is written with two bits more, which are zero. */
    private static final int LEAD_SPARE_BITS = 2;

    private static final Pattern MARK = Pattern.compile("(?<![0-9A-Za-z])[0-9A-Va-v]{" + LENGTH + "}(?![0-9A-Za-z])");

    private final List<SecretKeySpec> keys;

    /** What a mark tells. */
    public record Mark(LeadId lead, TouchId touch) {}

    /** @param secrets the first one seals, all of them are believed */
    public TouchMarks(List<String> secrets) {
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("at least one key is needed");
        }
        this.keys = secrets.stream()
                .map(secret -> new SecretKeySpec(
                        mac(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"), "mark".getBytes(UTF_8)),
                        "HmacSHA256"))
                .toList();
    }

    /** Nothing for a lead whose id was not derived as intake derives them, and so has no room in a mark. */
    public Optional<String> of(LeadId lead, TouchId touch) {
        BigInteger number = new BigInteger(lead.value(), 1 << DIGIT_BITS);
        if (number.getLowestSetBit() >= 0 && number.getLowestSetBit() < LEAD_SPARE_BITS) {
            return Optional.empty();
        }
        byte[] ids = ByteBuffer.allocate(2 * ID_BYTES)
                .put(bytes(number.shiftRight(LEAD_SPARE_BITS), ID_BYTES))
                .put(HexFormat.of().parseHex(touch.value()))
                .array();
        byte[] whole = ByteBuffer.allocate(2 * ID_BYTES + SEAL_BYTES)
                .put(ids)
                .put(seal(keys.getFirst(), ids))
                .array();
        return Optional.of(digits(new BigInteger(1, whole), LENGTH));
    }

    /** The first mark of ours that stands somewhere in {@code text}. */
    public Optional<Mark> in(String text) {
        Matcher marks = MARK.matcher(text);
        return Stream.generate(() -> marks.find() ? marks.group() : "")
                .takeWhile(mark -> !mark.isEmpty())
                .flatMap(mark -> read(mark).stream())
                .findFirst();
    }

    private Optional<Mark> read(String mark) {
        byte[] whole = bytes(new BigInteger(mark.toLowerCase(Locale.ROOT), 1 << DIGIT_BITS), 2 * ID_BYTES + SEAL_BYTES);
        byte[] ids = Arrays.copyOf(whole, 2 * ID_BYTES);
        byte[] seal = Arrays.copyOfRange(whole, 2 * ID_BYTES, whole.length);
        if (keys.stream().noneMatch(key -> MessageDigest.isEqual(seal(key, ids), seal))) {
            return Optional.empty();
        }
        BigInteger lead = new BigInteger(1, Arrays.copyOf(ids, ID_BYTES)).shiftLeft(LEAD_SPARE_BITS);
        return Optional.of(new Mark(
                new LeadId(digits(lead, 26)), new TouchId(HexFormat.of().formatHex(ids, ID_BYTES, 2 * ID_BYTES))));
    }

    private static byte[] seal(SecretKeySpec key, byte[] ids) {
        return Arrays.copyOf(mac(key, ids), SEAL_BYTES);
    }

    private static String digits(BigInteger number, int length) {
        String digits = number.toString(1 << DIGIT_BITS);
        return "0".repeat(length - digits.length()) + digits;
    }

    private static byte[] bytes(BigInteger number, int length) {
        byte[] raw = number.toByteArray(); // with a sign, and without leading zeros
        byte[] bytes = new byte[length];
        int given = Math.min(raw.length, length);
        System.arraycopy(raw, raw.length - given, bytes, length - given, given);
        return bytes;
    }

    private static byte[] mac(SecretKeySpec key, byte[] bytes) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
