package dev.seventouch.mailer.channel.email;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.util.Base64;

/** A key that mail of {@link Mails#HEAD} is signed with. */
record SigningKey(PublicKey published, DkimKey key) {

    static SigningKey make() throws GeneralSecurityException, IOException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair keys = generator.generateKeyPair();
        Path pem = Files.writeString(
                Files.createTempFile("dkim", ".pem"),
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(keys.getPrivate().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
        try {
            return new SigningKey(keys.getPublic(), DkimKey.read("nordlicht.example:s1:" + pem));
        } finally {
            Files.delete(pem);
        }
    }
}
