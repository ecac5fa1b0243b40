package dev.seventouch.mailer.channel.email;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.interfaces.RSAPrivateKey;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.simplejavamail.utils.mail.dkim.Canonicalization;
import org.simplejavamail.utils.mail.dkim.DkimException;
import org.simplejavamail.utils.mail.dkim.DkimMessage;
import org.simplejavamail.utils.mail.dkim.DkimSigner;
import org.simplejavamail.utils.mail.dkim.SigningAlgorithm;

/** Signs mail of one domain (RFC 6376). */
final class DkimSignature {

    /** Besides what the library signs by itself: one-click counts only where both are signed (RFC 8058 4). */
    private static final List<String> SIGNED_TOO = List.of(
            "List-Unsubscribe",
            "List-Unsubscribe-Post",
            "List-ID",
            "Feedback-ID",
            "Message-ID",
            "Reply-To",
            "MIME-Version",
            "Content-Language",
            "Auto-Submitted");

    private static final int ROOM = 16 * 1024;

    private final DkimKey key;
    private final @Nullable Ed25519Signature second;

    /** A signer is for one thread at a time. */
    private final ConcurrentLinkedQueue<DkimSigner> idle = new ConcurrentLinkedQueue<>();

    private DkimSignature(DkimKey key, @Nullable DkimKey ed25519) {
        this.key = key;
        this.second =
                ed25519 == null ? null : new Ed25519Signature(ed25519.domain(), ed25519.selector(), ed25519.key());
    }

    /**
     * The first of {@code keys} of each kind that is aligned with {@code domain} (RFC 7489 3.1.1). Null if none is RSA, which
     * all receivers check; few check Ed25519.
     */
    static @Nullable DkimSignature of(List<DkimKey> keys, String domain) {
        List<DkimKey> aligned = keys.stream()
                .filter(key -> domain.equals(key.domain()) || domain.endsWith("." + key.domain()))
                .toList();
        DkimKey ed25519 =
                aligned.stream().filter(key -> !key.isRsa()).findFirst().orElse(null);
        return aligned.stream()
                .filter(DkimKey::isRsa)
                .findFirst()
                .map(rsa -> new DkimSignature(rsa, ed25519))
                .orElse(null);
    }

    /** Writes {@code mail} with its signatures in front. */
    byte[] signed(MimeMessage mail) throws MessagingException, IOException {
        DkimSigner kept = idle.poll();
        DkimSigner signer = kept == null ? signer() : kept;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(ROOM);
        new DkimMessage(mail, signer).writeTo(bytes);
        idle.offer(signer);
        return second == null ? bytes.toByteArray() : second.inFrontOf(bytes.toByteArray());
    }

    private DkimSigner signer() throws DkimException {
        DkimSigner signer = new DkimSigner(key.domain(), key.selector(), (RSAPrivateKey) key.key());
        signer.setSigningAlgorithm(SigningAlgorithm.SHA256_WITH_RSA);
        signer.setHeaderCanonicalization(Canonicalization.RELAXED);
        signer.setBodyCanonicalization(Canonicalization.RELAXED);
        // It would ask the DNS for each mail whether the key is published.
        signer.setCheckDomainKey(false);
        SIGNED_TOO.forEach(signer::addHeaderToSign);
        return signer;
    }
}
