package dev.seventouch.desk.mailer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.seventouch.desk.away.MailerAway;
import dev.seventouch.desk.letter.Paper;
import dev.seventouch.desk.template.Reply;
import dev.seventouch.events.touch.TouchId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a mailer, or something in its place, may answer at the worst. How the real one answers is shown with the whole house. */
class MailerClientTest {
    private static final TouchId TOUCH = new TouchId("0".repeat(32));

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private HttpServer server;
    private MailerClient client;
    private MailerPrintRoom room;
    private MailerTemplates templates;
    private volatile int status = 200;
    private volatile String body = "";
    private volatile boolean stalls;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        client = new MailerClient(address, "the operator's key", Duration.ofMillis(700), meters);
        room = new MailerPrintRoom(client);
        templates = new MailerTemplates(client);
    }

    @AfterEach
    void close() {
        end.countDown();
        client.close();
        server.stop(0);
    }

    @Test
    void it_shows_the_key_and_passes_over_what_it_does_not_know() {
        body = """
                {"queued": [], "batches": [{"id": "b", "state": "open", "cutOff": "2026-11-20T14:00:00Z", "by": null,
                 "at": "2026-11-20T14:00:01Z", "weight": 3}], "nextCutOff": null, "mood": "good"}""";

        assertThat(room.queue().batches())
                .singleElement()
                .satisfies(batch -> assertThat(batch.id()).isEqualTo("b"));
        assertThat(asked).containsExactly("GET /api/v1/letter-batches Bearer the operator's key");
        assertThat(meters.get("seventouch.desk.mailer")
                        .tag("answer", "200")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 418, 500, 503})
    void what_is_no_answer_is_said_to_be_none(int refusal) {
        status = refusal;
        assertThatThrownBy(room::queue).isInstanceOf(MailerAway.class);
        assertThatThrownBy(() -> room.claim("b", "Mara")).isInstanceOf(MailerAway.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "[]", "{\"batches\": [{\"state\": \"burnt\"}]}"})
    void what_can_not_be_read_is_no_answer(String nonsense) {
        body = nonsense;
        assertThatThrownBy(room::queue).isInstanceOf(MailerAway.class);
    }

    @Test
    void the_key_goes_nowhere_else() {
        status = 302;
        assertThatThrownBy(room::queue).isInstanceOf(MailerAway.class);
        assertThat(asked).hasSize(1);
    }

    @Test
    void an_answer_that_begins_and_never_ends_is_not_waited_for() {
        stalls = true;
        assertThatThrownBy(() -> room.fetch("b", Paper.LETTERS)).isInstanceOf(MailerAway.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "../templates", "b/claim", "b?x", "B", "b%2fc"})
    void what_is_no_id_is_not_asked_for(String id) {
        assertThat(room.stack(id)).isEmpty();
        assertThat(room.fetch(id, Paper.MERGE_FILE)).isEmpty();
        assertThat(room.claim(id, "Mara") || room.release(id, "Mara") || room.posted(id, "Mara"))
                .isFalse();
        assertThat(room.returned(id, Set.of(TOUCH))).isZero();
        assertThat(asked).isEmpty();
    }

    @Test
    void who_comes_late_and_what_is_not_there_are_answers() {
        status = 409;
        assertThat(room.claim("b", "Mara")).isFalse();
        status = 404;
        assertThat(room.stack("b")).isEmpty();
        status = 204;
        assertThat(room.makeBatch()).isEmpty();
    }

    @Test
    void a_refused_template_comes_back_with_every_reason() {
        status = 400;
        body = """
                {"title": "Bad Request", "errors": [{"field": "source", "message": "line 3"}, {"field": "source",
                 "message": "line 7"}]}""";
        assertThat(templates.publish("welcome", "…"))
                .isEqualTo(new Reply.Refused<Integer>(List.of("line 3", "line 7")));
        assertThat(templates.preview("welcome", "…", null)).isInstanceOf(Reply.Refused.class);
        assertThat(templates.send("welcome", "…", null, "a@b")).isInstanceOf(Reply.Refused.class);
        assertThat(templates.lint("…", null)).isInstanceOf(Reply.Refused.class);
        assertThat(asked).first().isEqualTo("PUT /api/v1/templates/welcome Bearer the operator's key");

        body = "{}";
        assertThatThrownBy(() -> templates.publish("welcome", "…"))
                .as("a refusal has a reason")
                .isInstanceOf(MailerAway.class);
    }

    @Test
    void what_is_said_of_a_template_is_passed_on() {
        body = "{\"passes\": true}";
        assertThat(templates.lint("…", null)).isEqualTo(new Reply.Done<>(List.of()));
        body = "{\"id\": \"welcome\", \"version\": 4, \"source\": \"…\", \"mood\": \"good\"}";
        assertThat(templates.publish("welcome", "…")).isEqualTo(new Reply.Done<>(4));
        assertThat(templates.open("welcome").orElseThrow().versions()).isEmpty();
        body = "{\"to\": \"a@b\", \"receipt\": \"250 OK\"}";
        assertThat(templates.send("welcome", "…", null, "a@b")).isEqualTo(new Reply.Done<>("250 OK"));
        status = 404;
        assertThat(templates.open("welcome")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "../letter-batches", "a/preview", "a?x", "A", "a--b", "-a", "a%2fb"})
    void what_is_no_id_of_a_template_is_not_asked_for(String id) {
        assertThat(templates.open(id)).isEmpty();
        assertThat(templates.difference(id, 1, 2)).isEmpty();
        assertThatThrownBy(() -> templates.publish(id, "…")).isInstanceOf(IllegalArgumentException.class);
        assertThat(asked).isEmpty();
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("Authorization"));
        exchange.getResponseHeaders().set("Location", "/elsewhere");
        byte[] bytes = body.getBytes(UTF_8);
        if (stalls) {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write(bytes);
            exchange.getResponseBody().flush();
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        } else {
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }
}
