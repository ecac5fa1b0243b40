package dev.seventouch.quickstart;

import dev.seventouch.embedded.CannotStart;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/**
 * Made at the first start on a directory and kept there: leads' ids and the links in their mails depend on them.
 *
 * @param operatorKey shown by operators
 * @param linksKey seals the links in mail
 * @param identityKey derives the leads' ids
 */
record Secrets(String operatorKey, String linksKey, String identityKey) {
    private static final int BYTES = 24;

    static Secrets in(Path directory) {
        SecureRandom random = new SecureRandom();
        String operatorKey = PrivateFile.readOrMake(directory.resolve("operator.key"), () -> secret(random) + "\n");
        Path file = directory.resolve("secrets.properties");
        Properties kept = parsed(PrivateFile.readOrMake(
                file, () -> "links.key=%s%nidentity.key=%s%n".formatted(secret(random), secret(random))));
        return new Secrets(
                operatorKey.strip(), required(kept, "links.key", file), required(kept, "identity.key", file));
    }

    @Override
    public String toString() {
        return "Secrets[…]";
    }

    private static String required(Properties kept, String name, Path file) {
        String value = kept.getProperty(name);
        if (value == null || value.isBlank()) {
            throw new CannotStart(name + " is missing from " + file + "; without it the leads kept here are lost");
        }
        return value.strip();
    }

    private static Properties parsed(String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new IllegalStateException("a string can always be read", e);
        }
        return properties;
    }

    private static String secret(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
