package dev.seventouch.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class InboxTest {
    @TempDir
    private Path directory;

    private final HttpClient http = HttpClient.newHttpClient();
    private Inbox inbox;

    @BeforeEach
    void start() {
        inbox = Inbox.start(directory, 0, 0);
    }

    @AfterEach
    void stop() {
        inbox.close();
        http.close();
    }

    @Test
    void shows_what_it_received_in_mailpits_shape() throws Exception {
        send("ada@example.org", "Grüße", "Dear Ada,\r\n.\r\nend", "<p>Dear <b>Ada</b></p>");

        JsonNode list = json("/api/v1/messages");
        assertThat(list.at("/total").intValue()).isEqualTo(1);
        JsonNode summary = list.at("/messages/0");
        assertThat(summary.at("/Subject").stringValue()).isEqualTo("Grüße");
        assertThat(summary.at("/From/Name").stringValue()).isEqualTo("Zoë Müller");
        assertThat(summary.at("/To/0/Address").stringValue()).isEqualTo("ada@example.org");
        assertThat(summary.at("/MessageID").stringValue()).contains("@").doesNotContain("<");
        assertThat(summary.at("/Snippet").stringValue()).isEqualTo("Dear Ada, . end");
        assertThat(summary.at("/Created").stringValue()).endsWith("Z");

        JsonNode message = json("/api/v1/message/" + summary.at("/ID").stringValue());
        assertThat(message.at("/Text").stringValue()).isEqualToNormalizingNewlines("Dear Ada,\n.\nend");
        assertThat(message.at("/HTML").stringValue()).isEqualTo("<p>Dear <b>Ada</b></p>");
        assertThat(message.at("/ReturnPath").stringValue()).isEqualTo("bounce+7@seventouch.example");
        assertThat(message.at("/Headers/List-Unsubscribe/0").stringValue())
                .isEqualTo("<https://seventouch.example/u/token>");
        assertThat(json("/api/v1/message/" + summary.at("/ID").stringValue() + "/headers")
                        .has("List-Unsubscribe"))
                .isTrue();
    }

    @Test
    void keeps_the_source_byte_for_byte() throws Exception {
        String mail = "Subject: as it is\r\nX-Odd:   spaces  \r\n\r\n..two dots\r\nlast\r\n";
        smtp(mail.replace("\r\n.", "\r\n.."));

        assertThat(new String(inbox.messages().getFirst().raw(), UTF_8)).isEqualTo(mail);
        assertThat(get("/api/v1/message/" + inbox.messages().getFirst().id() + "/raw")
                        .body())
                .isEqualTo(mail);
    }

    @Test
    void keeps_a_message_whose_mime_is_broken() throws Exception {
        smtp("Content-Type: multipart/mixed; boundary=\r\nFrom: <<>>\r\nSubject: =?nope?q?x?=\r\n\r\n--\r\n");

        assertThat(inbox.messages()).hasSize(1);
        assertThat(get("/message/" + inbox.messages().getFirst().id()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void has_everything_after_a_restart_even_with_a_torn_last_line() throws Exception {
        send("ada@example.org", "one", "1", "<p>1</p>");
        send("bob@example.org", "two", "2", "<p>2</p>");
        inbox.close();
        Files.writeString(directory.resolve("index.jsonl"), "{\"id\":\"00", StandardOpenOption.APPEND);
        Files.writeString(directory.resolve("0000000099.eml"), "never acknowledged");

        inbox = Inbox.start(directory, 0, 0);
        send("eve@example.org", "three", "3", "<p>3</p>");

        assertThat(inbox.messages()).extracting(InboxMessage::subject).containsExactly("one", "two", "three");
        assertThat(inbox.messages()).extracting(InboxMessage::text).containsExactly("1", "2", "3");
        assertThat(directory.resolve("0000000099.eml")).doesNotExist();
    }

    @Test
    void drops_the_oldest_beyond_its_limit() throws Exception {
        try (Mailstore small = Mailstore.open(directory.resolve("small"), 2)) {
            for (String subject : List.of("1", "2", "3", "4", "a", "b", "c")) {
                small.keep(envelope(small.nextId(), subject), subject.getBytes(UTF_8));
            }
            assertThat(small.newestFirst()).extracting(Envelope::subject).containsExactly("c", "b");
        }
        try (Stream<Path> files = Files.list(directory.resolve("small"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".eml"))).hasSize(2);
        }
        assertThat(Files.readAllLines(directory.resolve("small/index.jsonl"))).hasSizeLessThanOrEqualTo(4);
        try (Mailstore again = Mailstore.open(directory.resolve("small"), 2)) {
            assertThat(again.newestFirst()).extracting(Envelope::subject).containsExactly("c", "b");
        }
    }

    @Test
    void finds_pages_and_deletes() throws Exception {
        for (int i = 0; i < 5; i++) {
            send(i + "@example.org", "number " + i, "text", "<p>html</p>");
        }

        assertThat(json("/api/v1/search?query=to:3@example.org").at("/total").intValue())
                .isEqualTo(1);
        JsonNode page = json("/api/v1/messages?start=1&limit=2");
        assertThat(page.at("/total").intValue()).isEqualTo(5);
        assertThat(page.at("/messages/0/Subject").stringValue()).isEqualTo("number 3");
        assertThat(page.at("/messages")).hasSize(2);

        delete("{\"IDs\":[\"" + inbox.messages().getFirst().id() + "\"]}");
        assertThat(inbox.messages())
                .extracting(InboxMessage::subject)
                .containsExactly("number 1", "number 2", "number 3", "number 4");
        delete("");
        assertThat(json("/api/v1/messages").at("/total").intValue()).isZero();
    }

    @Test
    void shows_foreign_html_without_letting_it_do_anything() throws Exception {
        send("ada@example.org", "<script>alert(1)</script>", "text", "<script>alert(2)</script><a href=\"/x\">x</a>");
        String page = "/message/" + inbox.messages().getFirst().id();

        assertThat(get("/").body()).contains("&lt;script&gt;").doesNotContain("<script>");
        assertThat(get(page).body()).contains("sandbox=").doesNotContain("<script>");
        HttpResponse<String> html = get(page + "/html");
        assertThat(html.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'")
                .contains("sandbox")
                .doesNotContain("allow-scripts");
        assertThat(get("/inbox.css").statusCode()).isEqualTo(200);
        assertThat(get("/nothing").statusCode()).isEqualTo(404);
        assertThat(get("/api/v1/message/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void answers_to_its_own_names_only() throws Exception {
        assertThat(statusWithHost("localhost:" + inbox.address().getPort())).contains(" 200 ");
        assertThat(statusWithHost("evil.example")).contains(" 421 ");
    }

    @Test
    void says_in_one_line_that_a_port_is_taken() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int port = other.getLocalPort();
            assertThatThrownBy(() -> Inbox.start(directory.resolve("a"), port, 0))
                    .isInstanceOf(CannotStart.class)
                    .hasMessage("port " + port + " for the inbox (SMTP) is taken by another program");
            assertThatThrownBy(() -> Inbox.start(directory.resolve("b"), 0, port))
                    .isInstanceOf(CannotStart.class)
                    .hasMessage("port " + port + " for the inbox (web) is taken by another program");
        }
    }

    private void send(String to, String subject, String text, String html) throws Exception {
        new Sender(inbox.smtpPort()).send(to, subject, text, html);
    }

    private void smtp(String mail) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", inbox.smtpPort())) {
            socket.getOutputStream()
                    .write(("HELO x\r\nMAIL FROM:<a@example.org>\r\nRCPT TO:<b@example.org>\r\nDATA\r\n" + mail
                                    + ".\r\nQUIT\r\n")
                            .getBytes(UTF_8));
            assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
                    .contains("250 2.0.0 Ok: kept as");
        }
    }

    private String statusWithHost(String host) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", inbox.address().getPort())) {
            socket.getOutputStream()
                    .write(("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n").getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8)
                    .lines()
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Envelope envelope(String id, String subject) {
        return new Envelope(
                id,
                "",
                List.of(),
                Instant.EPOCH,
                1,
                "",
                new Mailbox("", ""),
                List.of(),
                List.of(),
                List.of(),
                subject,
                "",
                0);
    }

    private void delete(String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(inbox.address().resolve("/api/v1/messages"))
                .method("DELETE", BodyPublishers.ofString(body))
                .build();
        assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    private JsonNode json(String path) throws Exception {
        return new JsonMapper().readTree(get(path).body());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(inbox.address().resolve(path)).build(), BodyHandlers.ofString());
    }
}
