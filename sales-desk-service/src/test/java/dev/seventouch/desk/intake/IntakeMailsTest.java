package dev.seventouch.desk.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.seventouch.desk.away.IntakeAway;
import dev.seventouch.desk.mail.UnclearMails.Decided;
import dev.seventouch.desk.mail.UnclearMails.Is;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What intake, or something in its place, may answer. How the real one answers is shown with the whole house. */
class IntakeMailsTest {
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private IntakeMails mails;
    private volatile int status = 200;
    private volatile String body = "";

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        mails = new IntakeMails(address, "the operator's key", Duration.ofSeconds(20), new SimpleMeterRegistry());
    }

    @AfterEach
    void close() {
        mails.close();
        server.stop(0);
    }

    @Test
    void it_asks_for_a_page_after_the_other_and_passes_over_what_it_does_not_know() {
        body = """
                {"mails": [{"id": "0f", "at": "2026-11-20T14:00:00Z", "found": "unclear", "lead": null, "why": "who knows",
                 "from": "a@b.example", "subject": "Hm", "waits": true, "mood": "good"}],
                 "next": "/api/v1/inbox?limit=50&before=1792400000000.0f"}""";

        assertThat(mails.newest(null).items())
                .singleElement()
                .satisfies(mail -> assertThat(mail.why()).isEqualTo("who knows"));
        String next = mails.newest("?x=").next();
        assertThat(next).isEqualTo("1792400000000.0f");
        mails.newest(next);
        assertThat(asked)
                .containsExactly(
                        "GET /api/v1/inbox?limit=50 Bearer the operator's key ",
                        "GET /api/v1/inbox?limit=50 Bearer the operator's key ",
                        "GET /api/v1/inbox?limit=50&before=1792400000000.0f Bearer the operator's key ");
    }

    @Test
    void a_decision_names_an_address_or_a_lead_or_nobody() {
        body = "{}";
        assertThat(mails.decide("0f", Is.REPLY, "a@b.example", "Mara Höss")).isEqualTo(new Decided.Done());
        assertThat(mails.decide("0f", Is.STOP, "7grp9t497h25kes9e4onqjheqc", "Mara Höss"))
                .isEqualTo(new Decided.Done());
        assertThat(mails.decide("0f", Is.NOTHING, "a@b.example", "Mara Höss")).isEqualTo(new Decided.Done());
        assertThat(asked)
                .containsExactly(
                        "POST /api/v1/inbox/0f/decision Bearer the operator's key Mara+H%C3%B6ss {\"is\":\"reply\",\"email\":\"a@b.example\"}",
                        "POST /api/v1/inbox/0f/decision Bearer the operator's key"
                                + " Mara+H%C3%B6ss {\"is\":\"stop\",\"leadId\":\"7grp9t497h25kes9e4onqjheqc\"}",
                        "POST /api/v1/inbox/0f/decision Bearer the operator's key Mara+H%C3%B6ss {\"is\":\"nothing\"}");
    }

    @Test
    void who_comes_late_and_what_is_not_there_and_what_is_wrong_are_answers() {
        status = 409;
        assertThat(mails.decide("0f", Is.NOTHING, "", "Mara Höss")).isEqualTo(new Decided.Late());
        status = 404;
        assertThat(mails.decide("0f", Is.NOTHING, "", "Mara Höss")).isEqualTo(new Decided.Gone());
        assertThat(mails.read("0f")).isEmpty();
        status = 400;
        body = "{\"status\": 400, \"errors\": [{\"field\": \"email\", \"message\": \"belongs to no lead\"}]}";
        assertThat(mails.decide("0f", Is.REPLY, "a@b.example", "Mara Höss"))
                .isEqualTo(new Decided.Refused("belongs to no lead"));
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 401, 403, 418, 500, 503})
    void what_is_no_answer_is_said_to_be_none(int refusal) {
        status = refusal;
        assertThatThrownBy(() -> mails.newest(null)).isInstanceOf(IntakeAway.class);
        assertThatThrownBy(() -> mails.decide("0f", Is.NOTHING, "", "Mara Höss"))
                .isInstanceOf(IntakeAway.class);
        assertThat(asked).as("the key goes nowhere else").hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "[]", "null", "{\"mails\": 7}"})
    void what_can_not_be_read_is_no_answer(String nonsense) {
        body = nonsense;
        assertThatThrownBy(() -> mails.newest(null)).isInstanceOf(IntakeAway.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "../audit", "0f/done", "0f?x", "0F", "0%2f"})
    void what_is_no_id_is_not_asked_for(String id) {
        assertThat(mails.read(id)).isEmpty();
        assertThat(mails.decide(id, Is.NOTHING, "", "Mara Höss")).isEqualTo(new Decided.Gone());
        assertThat(asked).isEmpty();
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("Authorization") + " "
                + Optional.ofNullable(exchange.getRequestHeaders().getFirst("Seventouch-For"))
                        .map(by -> by + " ")
                        .orElse("")
                + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        exchange.getResponseHeaders().set("Location", "/elsewhere");
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
