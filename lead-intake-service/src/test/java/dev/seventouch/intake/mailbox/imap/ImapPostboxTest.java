package dev.seventouch.intake.mailbox.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.seventouch.intake.mailbox.Postbox.Letter;
import dev.seventouch.intake.mailbox.Postbox.Opened;
import dev.seventouch.intake.mailbox.imap.ImapAccount.Security;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS to a real IMAP server, implicit and by STARTTLS. */
class ImapPostboxTest {
    private static final String HERE = "127.0.0.1";

    private static Certificate ofHere;
    private static Certificate ofElsewhere;
    private static GreenMail server;

    @BeforeAll
    static void open(@TempDir Path directory) throws Exception {
        ofHere = Certificate.of("ip:" + HERE, directory);
        ofElsewhere = Certificate.of("dns:imap.example.com", directory);
        // Its own way to be told which certificate to show.
        System.setProperty("greenmail.tls.keystore.file", ofHere.keys().toString());
        System.setProperty("greenmail.tls.keystore.password", Certificate.PASSWORD);
        System.setProperty("greenmail.tls.key.password", Certificate.PASSWORD);
        server = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, HERE, ServerSetup.PROTOCOL_IMAPS), new ServerSetup(0, HERE, ServerSetup.PROTOCOL_IMAP)
        });
        server.start();
        server.setUser("box@nordlicht.example", "box", "secret")
                .deliver(new MimeMessage(
                        Session.getInstance(new Properties()),
                        new ByteArrayInputStream("From: ada@example.com\r\nSubject: hello\r\n\r\nAda\r\n"
                                .getBytes(StandardCharsets.US_ASCII))));
    }

    @AfterAll
    static void close() {
        server.stop();
        List.of("file", "password").forEach(key -> System.clearProperty("greenmail.tls.keystore." + key));
        System.clearProperty("greenmail.tls.key.password");
    }

    @Test
    void a_certificate_that_is_trusted_lets_mail_be_read() throws Exception {
        assertThat(read(imaps(HERE, ofHere.pem()))).contains("Subject: hello");
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_refused() {
        assertThatThrownBy(() -> read(imaps(HERE, null)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("certificat");
        assertThatThrownBy(() -> read(imaps(HERE, ofElsewhere.pem())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("certificat");
    }

    @Test
    void a_certificate_that_is_trusted_but_of_another_name_is_refused() {
        assertThatThrownBy(() -> read(imaps("localhost", ofHere.pem())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("localhost");
    }

    @Test
    void by_starttls_mail_is_read_and_nothing_of_it_goes_in_clear() throws Exception {
        try (TlsGate gate = new TlsGate(server.getImap().getPort(), ofHere.sockets())) {
            assertThat(read(box(HERE, gate.port(), Security.STARTTLS, ofHere.pem())))
                    .contains("Subject: hello");
            assertThat(gate.inClear).noneMatch(line -> line.contains("secret") || line.contains("LOGIN"));
        }
    }

    @Test
    void by_starttls_a_certificate_is_checked_as_well() throws Exception {
        try (TlsGate gate = new TlsGate(server.getImap().getPort(), ofHere.sockets())) {
            assertThatThrownBy(() -> read(box(HERE, gate.port(), Security.STARTTLS, null)))
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(() -> read(box("localhost", gate.port(), Security.STARTTLS, ofHere.pem())))
                    .isInstanceOf(IOException.class);
        }
        try (TlsGate gate = new TlsGate(server.getImap().getPort(), ofElsewhere.sockets())) {
            assertThatThrownBy(() -> read(box(HERE, gate.port(), Security.STARTTLS, ofElsewhere.pem())))
                    .as("trusted, and of another name")
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void a_server_without_starttls_never_hears_the_password() {
        assertThatThrownBy(() -> read(box(HERE, server.getImap().getPort(), Security.STARTTLS, null)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("STARTTLS");
    }

    @Test
    void a_file_without_certificates_is_told_at_once(@TempDir Path directory) throws IOException {
        Path empty = Files.writeString(directory.resolve("empty.pem"), "");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> imaps(HERE, empty))
                .withMessageContaining("SEVENTOUCH_MAILBOX_CERTIFICATES");
    }

    private static ImapPostbox imaps(String host, Path trusted) {
        return box(host, server.getImaps().getPort(), Security.IMPLICIT, trusted);
    }

    private static ImapPostbox box(String host, int port, Security security, Path trusted) {
        return new ImapPostbox(new ImapAccount(
                host, port, "box", "secret", security, trusted, "INBOX", 1_000_000, Duration.ofSeconds(10)));
    }

    private static String read(ImapPostbox box) throws IOException {
        try (Opened opened = box.open()) {
            List<Letter> letters = opened.after(0, 10);
            assertThat(letters).hasSize(1);
            return new String(letters.getFirst().bytes(), StandardCharsets.US_ASCII);
        }
    }
}
