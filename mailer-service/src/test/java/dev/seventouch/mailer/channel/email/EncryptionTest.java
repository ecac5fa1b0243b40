package dev.seventouch.mailer.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.mailer.delivery.Handover.Answer;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** STARTTLS, TLS from the first byte, and log-ins: by policy, never half. */
@Timeout(60)
class EncryptionTest {

    private static final String PASSWORD = "changeit";

    @TempDir
    static Path directory;

    private static SSLContext tls;
    private static Path certificate;

    @BeforeAll
    static void makeCertificate() throws Exception {
        Path keys = directory.resolve("keys.p12");
        certificate = directory.resolve("relay.pem");
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process process = new ProcessBuilder(
                        keytool.toString(),
                        "-genkeypair",
                        "-alias",
                        "relay",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=relay.example",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-keystore",
                        keys.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0)
                .as(said)
                .isTrue();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (FileInputStream in = new FileInputStream(keys.toFile())) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD.toCharArray());
        tls = SSLContext.getInstance("TLS");
        tls.init(managers.getKeyManagers(), null, null);
        Files.writeString(
                certificate,
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(store.getCertificate("relay").getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
    }

    @ParameterizedTest
    @EnumSource(names = {"OFFERED", "REQUIRED"})
    void starttls_with_a_certificate_that_holds_encrypts_the_mail_and_the_log_in(Relay.Encryption policy)
            throws Exception {
        try (ScriptedRelay relay = new ScriptedRelay().offering(tls)) {
            assertThat(send(relay, policy, certificate, "127.0.0.1")).isInstanceOf(Answer.Taken.class);
            assertThat(relay.commands).contains("STARTTLS");
            assertThat(relay.commands.indexOf("STARTTLS"))
                    .isLessThan(firstOf(relay, "AUTH"))
                    .isLessThan(firstOf(relay, "MAIL"));
            assertThat(relay.inClear).noneMatch(line -> line.startsWith("AUTH") || line.startsWith("MAIL"));
        }
    }

    @Test
    void tls_from_the_first_byte() throws Exception {
        try (ScriptedRelay relay = new ScriptedRelay(tls)) {
            assertThat(send(relay, Relay.Encryption.IMPLICIT, certificate, "127.0.0.1"))
                    .isInstanceOf(Answer.Taken.class);
            assertThat(relay.mails).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"OFFERED", "REQUIRED", "IMPLICIT"})
    void a_certificate_that_does_not_hold_means_no_mail_and_no_log_in(Relay.Encryption policy) throws Exception {
        try (ScriptedRelay relay =
                policy == Relay.Encryption.IMPLICIT ? new ScriptedRelay(tls) : new ScriptedRelay().offering(tls)) {
            assertThat(send(relay, policy, null, "127.0.0.1")).isInstanceOf(Answer.NotNow.class);
            assertThat(relay.commands).noneMatch(line -> line.startsWith("AUTH") || line.startsWith("MAIL"));
            assertThat(relay.mails).isEmpty();
        }
    }

    @Test
    void what_our_certificates_refuse_is_not_tried_again_with_those_of_the_platform() throws Exception {
        try (ScriptedRelay relay = new ScriptedRelay(tls)) {
            assertThat(send(relay, Relay.Encryption.IMPLICIT, null, "127.0.0.1"))
                    .isInstanceOf(Answer.NotNow.class);
            assertThat(relay.connections).isEqualTo(1);
        }
    }

    @Test
    void a_certificate_of_another_name_means_no_mail() throws Exception {
        try (ScriptedRelay relay = new ScriptedRelay().offering(tls)) {
            // The same machine by a name that is not in the certificate.
            assertThat(send(relay, Relay.Encryption.REQUIRED, certificate, "localhost"))
                    .isInstanceOf(Answer.NotNow.class);
            assertThat(relay.mails).isEmpty();
        }
    }

    @Test
    void where_encryption_is_required_nothing_goes_in_clear() throws IOException {
        try (ScriptedRelay relay = new ScriptedRelay()) {
            assertThat(send(relay, Relay.Encryption.REQUIRED, certificate, "127.0.0.1"))
                    .isInstanceOf(Answer.NotNow.class);
            assertThat(relay.commands).noneMatch(line -> line.startsWith("AUTH") || line.startsWith("MAIL"));
        }
    }

    @Test
    void a_log_in_that_is_refused_is_ours_to_mend_and_the_mail_comes_again() throws IOException {
        try (ScriptedRelay relay = new ScriptedRelay().offering(tls).answering("AUTH", "535 5.7.8 no")) {
            assertThat(send(relay, Relay.Encryption.REQUIRED, certificate, "127.0.0.1"))
                    .isInstanceOfSatisfying(
                            Answer.Held.class, later -> assertThat(later.why()).contains("refuses our log-in"));
            assertThat(relay.mails).isEmpty();
        }
    }

    private static int firstOf(ScriptedRelay relay, String command) {
        for (int i = 0; i < relay.commands.size(); i++) {
            if (relay.commands.get(i).startsWith(command)) {
                return i;
            }
        }
        throw new AssertionError("no " + command);
    }

    private static Answer send(ScriptedRelay relay, Relay.Encryption policy, @Nullable Path trusted, String host) {
        Relay one = new Relay(
                host,
                relay.port(),
                "mailer",
                "secret",
                policy,
                trusted,
                2,
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                0,
                null);
        try (EmailHandover email = Mails.handover(List.of(one), Mails.LIMITS)) {
            return email.handOver(Mails.parcel(1), () -> true);
        }
    }
}
