package dev.seventouch.mailer.channel.email;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
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

    private final DkimKey key;

    /** A signer is for one thread at a time. */
    private final ConcurrentLinkedQueue<DkimSigner> idle = new ConcurrentLinkedQueue<>();

    DkimSignature(DkimKey key) {
        this.key = key;
    }

    /** The first of {@code keys} that is aligned with {@code domain} (RFC 7489 3.1.1), or null if none is. */
    static @Nullable DkimSignature of(List<DkimKey> keys, String domain) {
        return keys.stream()
                .filter(key -> domain.equals(key.domain()) || domain.endsWith("." + key.domain()))
                .findFirst()
                .map(DkimSignature::new)
                .orElse(null);
    }

    /** Writes {@code mail} with its signature in front. */
    void writeSigned(MimeMessage mail, OutputStream to) throws MessagingException, IOException {
        DkimSigner kept = idle.poll();
        DkimSigner signer = kept == null ? signer() : kept;
        new DkimMessage(mail, signer).writeTo(to);
        idle.offer(signer);
    }

    private DkimSigner signer() throws DkimException {
        DkimSigner signer = new DkimSigner(key.domain(), key.selector(), key.key());
        signer.setSigningAlgorithm(SigningAlgorithm.SHA256_WITH_RSA);
        signer.setHeaderCanonicalization(Canonicalization.RELAXED);
        signer.setBodyCanonicalization(Canonicalization.RELAXED);
        // It would ask the DNS for each mail whether the key is published.
        signer.setCheckDomainKey(false);
        SIGNED_TOO.forEach(signer::addHeaderToSign);
        return signer;
    }
}
