package dev.seventouch.service.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.touch.TouchId;
import java.net.URI;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Seals links into tokens that tell nothing, can't be altered and can't be used for another purpose, and opens them.
 *
 * <p>AES-256-GCM (NIST SP 800-38D). The nonce is derived from what is sealed, so a mail that is tried again carries the
 * same links; the same nonce then only ever meets the same words.
 */
public final class LinkTokens {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final Base64.Encoder TO_TEXT = Base64.getUrlEncoder().withoutPadding();

    private final List<Key> keys;

    /**
     * @param secrets the first one seals, all of them open: put a new one in front to rotate, drop the old one when its
     *     mails are old enough
     */
    public LinkTokens(List<String> secrets) {
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("at least one link key is needed");
        }
        this.keys = secrets.stream().map(Key::derivedFrom).toList();
    }

    public String seal(Link link) {
        Key key = keys.getFirst();
        byte[] plain = written(link);
        try {
            byte[] nonce = Arrays.copyOf(key.mac(plain), NONCE_BYTES);
            byte[] sealed = key.cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(plain);
            return TO_TEXT.encodeToString(ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    /** What the token stands for, or nothing if it was altered, is foreign, or was made for another purpose. */
    public Optional<Link> open(Link.Purpose purpose, String token) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (!TO_TEXT.encodeToString(bytes).equals(token)) {
            return Optional
                    .empty(); // the last character has bits that decode to nothing, so it could be altered unseen
        }
        return keys.stream()
                .flatMap(key -> key.open(bytes).stream())
                .flatMap(plain -> read(plain).stream())
                .filter(link -> link.purpose() == purpose)
                .findFirst();
    }

    private static byte[] written(Link link) {
        byte[] trail = trail(link.trail());
        return ByteBuffer.allocate(1 + 26 + 16 + trail.length)
                .put((byte) link.purpose().ordinal())
                .put(link.lead().value().getBytes(UTF_8))
                .put(HexFormat.of().parseHex(link.touch().value()))
                .put(trail)
                .array();
    }

    private static byte[] trail(Link.@Nullable Trail trail) {
        if (trail == null) {
            return new byte[0];
        }
        byte[] target =
                trail.target() == null ? new byte[0] : trail.target().toString().getBytes(UTF_8);
        return ByteBuffer.allocate(Long.BYTES + target.length)
                .putLong(trail.sentAt().toEpochMilli())
                .put(target)
                .array();
    }

    private static Link.@Nullable Trail trail(ByteBuffer in) {
        if (!in.hasRemaining()) {
            return null;
        }
        Instant sentAt = Instant.ofEpochMilli(in.getLong());
        String target = UTF_8.decode(in).toString();
        return new Link.Trail(sentAt, target.isEmpty() ? null : URI.create(target));
    }

    private static Optional<Link> read(byte[] plain) {
        try {
            ByteBuffer in = ByteBuffer.wrap(plain);
            Link.Purpose purpose = Link.Purpose.values()[in.get()];
            byte[] lead = new byte[26];
            in.get(lead);
            byte[] touch = new byte[16];
            in.get(touch);
            return Optional.of(new Link(
                    purpose,
                    new LeadId(new String(lead, UTF_8)),
                    new TouchId(HexFormat.of().formatHex(touch)),
                    trail(in)));
        } catch (BufferUnderflowException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private record Key(SecretKeySpec seals, SecretKeySpec derives) {

        static Key derivedFrom(String secret) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
                return new Key(
                        new SecretKeySpec(mac.doFinal("seal".getBytes(UTF_8)), "AES"),
                        new SecretKeySpec(mac.doFinal("nonce".getBytes(UTF_8)), "HmacSHA256"));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java platform has HmacSHA256", e);
            }
        }

        byte[] mac(byte[] plain) throws GeneralSecurityException {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(derives);
            return mac.doFinal(plain);
        }

        Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, seals, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher;
        }

        Optional<byte[]> open(byte[] bytes) {
            if (bytes.length <= NONCE_BYTES) {
                return Optional.empty();
            }
            try {
                byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
                return Optional.of(
                        cipher(Cipher.DECRYPT_MODE, nonce).doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES));
            } catch (AEADBadTagException e) {
                return Optional.empty();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java platform has AES-GCM", e);
            }
        }
    }
}
