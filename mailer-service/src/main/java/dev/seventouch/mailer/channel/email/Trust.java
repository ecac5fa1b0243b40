package dev.seventouch.mailer.channel.email;

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
import org.jspecify.annotations.Nullable;

/** Which certificates of relays hold. */
final class Trust {

    private Trust() {}

    /**
     * @param certificates PEM; null for those of the platform
     * @throws IllegalArgumentException if there are none in the file
     */
    static SSLSocketFactory in(@Nullable Path certificates) {
        try {
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(null, certificates == null ? null : onlyIn(certificates).getTrustManagers(), null);
            return new PromptTlsSockets(tls.getSocketFactory());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("no certificates of a relay can be read from " + certificates, e);
        }
    }

    private static TrustManagerFactory onlyIn(Path pem) throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream in = Files.newInputStream(pem)) {
            for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                trusted.setCertificateEntry("relay-" + trusted.size(), one);
            }
        }
        if (trusted.size() == 0) {
            throw new IOException("there is no certificate in it");
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        return trust;
    }
}
