package dev.seventouch.intake.mailbox.imap;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Which certificates of a mail server hold, where they are of one's own making. */
final class Trust {
    private Trust() {}

    /**
     * Sockets that trust the certificates in {@code pem}, and those that they signed, and no others.
     *
     * @throws IllegalArgumentException if there are none in the file
     */
    static SSLSocketFactory onlyIn(Path pem) {
        try {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            try (InputStream in = Files.newInputStream(pem)) {
                for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                    trusted.setCertificateEntry("mailbox-" + trusted.size(), one);
                }
            }
            if (trusted.size() == 0) {
                throw new IOException("there is no certificate in it");
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(null, trust.getTrustManagers(), null);
            return tls.getSocketFactory();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException(
                    "SEVENTOUCH_MAILBOX_CERTIFICATES: no certificates (PEM) can be read from " + pem, e);
        }
    }
}
