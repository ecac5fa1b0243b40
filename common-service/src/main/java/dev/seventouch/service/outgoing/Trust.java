package dev.seventouch.service.outgoing;

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
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Which certificates of servers hold: the platform's, or instead of them those of one's own making. */
public final class Trust {

    private Trust() {}

    /**
     * Sockets that trust the certificates in {@code pem}, and those that they signed, and no others.
     *
     * @param pem null for the certificates of the platform
     * @param setting names the file in a message
     * @throws IllegalArgumentException if there are no certificates in the file
     */
    public static SSLSocketFactory in(@Nullable Path pem, String setting) {
        try {
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(null, pem == null ? null : onlyIn(pem), null);
            return tls.getSocketFactory();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException(setting + ": no certificates (PEM) can be read from " + pem, e);
        }
    }

    private static TrustManager[] onlyIn(Path pem) throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream in = Files.newInputStream(pem)) {
            for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                trusted.setCertificateEntry("server-" + trusted.size(), one);
            }
        }
        if (trusted.size() == 0) {
            throw new IOException("there is no certificate in it");
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        return trust.getTrustManagers();
    }
}
