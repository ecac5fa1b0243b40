package dev.seventouch.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.seventouch.events.wire.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms that are published, and a challenge that is judged by somebody else. */
class FormApiTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    private static House house;
    private static HttpServer judge;
    private static final List<String> asked = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void open(@TempDir Path directory) throws IOException {
        judge = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        judge.createContext("/siteverify", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            asked.add(body);
            byte[] answer = ("{\"success\":" + body.contains("response=good") + "}").getBytes(UTF_8);
            exchange.sendResponseHeaders(body.contains("response=broken") ? 500 : 200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        judge.start();
        house = new House(
                directory,
                "../campaigns",
                House.ALONE,
                "--seventouch.intake.challenge-verify=http://127.0.0.1:"
                        + judge.getAddress().getPort() + "/siteverify",
                "--seventouch.intake.challenge-secret=s e&cret");
    }

    @AfterAll
    static void close() {
        house.close();
        judge.stop(0);
    }

    @Test
    void a_published_form_takes_leads_at_once_and_after_a_restart_until_it_is_withdrawn() {
        String yaml = "id: summer   # as written\nsource: summer\n";
        assertThat(house.form("/forms/summer", "email=a@example.com").statusCode())
                .isEqualTo(404);

        HttpResponse<String> published = put("summer", yaml);

        assertThat(published.statusCode()).as(published.body()).isEqualTo(200);
        assertThat(published.body()).isEqualTo("{\"id\":\"summer\",\"source\":\"summer\",\"published\":true}");
        assertThat(house.form("/forms/summer", "email=a@example.com").statusCode())
                .isEqualTo(303);
        house.intake.close();
        house.startIntake();
        await().atMost(SOON)
                .until(() -> house.form("/forms/summer", "email=b@example.com").statusCode() == 303);
        assertThat(house.operatorGet("/api/v1/forms/summer").body()).isEqualTo(yaml);
        assertThat(house.operatorGet("/api/v1/forms").body()).contains("\"website\"", "\"summer\"");

        assertThat(house.delete("/api/v1/forms/summer").statusCode()).isEqualTo(204);
        assertThat(house.delete("/api/v1/forms/summer").statusCode()).isEqualTo(404);
        assertThat(house.form("/forms/summer", "email=c@example.com").statusCode())
                .isEqualTo(404);
        assertThat(house.events(Topics.FORMS, "summer")).hasSize(2).last().isNull();
    }

    @Test
    void what_is_published_goes_before_the_file_of_the_same_id() {
        assertThat(put("roof-check", "id: roof-check\nsource: roof\nthank-you: https://www.example.com/thanks\n")
                        .statusCode())
                .isEqualTo(200);
        assertThat(house.form("/forms/roof-check", "email=r@example.com")
                        .headers()
                        .firstValue("Location"))
                .hasValue("https://www.example.com/thanks");

        house.delete("/api/v1/forms/roof-check");

        assertThat(house.form("/forms/roof-check", "email=r@example.com")
                        .headers()
                        .firstValue("Location"))
                .hasValue("/forms/roof-check/thank-you");
        assertThat(house.delete("/api/v1/forms/website").statusCode())
                .as("a file is withdrawn by its file")
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        id                 | 'source: x'
        id                 | 'id: another~source: x'
        honypot            | 'id: made~source: x~honypot: y'
        fill-time.at-least | 'id: made~source: x~fill-time: {field: y, at-least: soon}'
        fields.mail        | 'id: made~source: x~fields: {mail: moon}'
        fields.Ihre E-Mail | 'id: made~source: x~fields: {mail: email, "Ihre E-Mail": email}'
        owners.1.email     | 'id: made~source: x~owners: [{name: Ada, email: nobody}]'
        owners.1.for.country | 'id: made~source: x~owners: [{name: Ada, email: a@example.com, for: {country: [Atlantis]}}]'
        required           | 'id: made~source: x~required: email'
        thank-you          | 'id: made~source: x~thank-you: "javascript:alert(1)"'
        body               | 'id: [made'
        body               | 'words'
        body               | ''
        """)
    void a_wrong_form_names_its_key_and_is_not_published(String field, String yaml) {
        IntakeTest.assertProblem(put("made", yaml.replace("~", "\n")), 400, field);
        assertThat(house.operatorGet("/api/v1/forms/made").statusCode()).isEqualTo(404);
        assertThat(house.events(Topics.FORMS, "made")).isEmpty();
    }

    @Test
    void only_an_operator_publishes_and_no_more_than_64_kb_of_text() {
        HttpRequest.Builder nobody =
                house.request("/api/v1/forms/made").PUT(HttpRequest.BodyPublishers.ofString("id: made\nsource: x"));
        assertThat(house.send(nobody.header("Content-Type", "application/yaml")).statusCode())
                .isEqualTo(401);
        IntakeTest.assertProblem(put("made", "id: made\nsource: x\n#" + "x".repeat(70_000)), 413, "body");
    }

    @Test
    void a_snippet_is_a_form_that_also_works_without_its_script() {
        put("quoted", """
                id: quoted
                source: website
                honeypot: fax_number
                consent: { field: agreed, wording: 'You may write "<b>soon</b>"' }
                fill-time: { field: took, at-least: 2s }
                """);
        String snippet = house.operatorGet("/api/v1/forms/quoted/snippet").body();

        assertThat(snippet)
                .contains("action=\"http://localhost:", "/forms/quoted\"", "name=\"fax_number\" tabindex=\"-1\"")
                .contains("name=\"agreed\"", "You may write &quot;&lt;b&gt;soon&lt;/b&gt;&quot;")
                .contains("/forms/quoted/embed.js\" async></script>");
        HttpResponse<String> script = house.get("/forms/quoted/embed.js");
        assertThat(script.headers().firstValue("Content-Type").orElse("")).startsWith("text/javascript");
        assertThat(script.body()).contains("const id = \"quoted\"", "\"took\"").doesNotContain("__");
        house.delete("/api/v1/forms/quoted");
    }

    @Test
    void a_challenge_is_judged_and_who_is_judged_a_machine_may_try_again() {
        put("guarded", "id: guarded\nsource: website\nchallenge: token\n");

        IntakeTest.assertProblem(house.form("/forms/guarded", "email=m1@example.com"), 400, "token");
        IntakeTest.assertProblem(house.form("/forms/guarded", "email=m1@example.com&token=bad"), 400, "token");
        assertThat(house.form("/forms/guarded", "email=p1@example.com&token=good%20one")
                        .statusCode())
                .isEqualTo(303);
        assertThat(house.form("/forms/guarded", "email=p2@example.com&token=broken")
                        .statusCode())
                .as("a judge that is away costs no lead")
                .isEqualTo(303);

        assertThat(asked).hasSize(3).allMatch(body -> body.startsWith("secret=s+e%26cret&response="));
        assertThat(house.records(Topics.LEADS))
                .noneMatch(record -> new String(record.value(), UTF_8).contains("m1@example.com"))
                .noneMatch(record -> new String(record.value(), UTF_8).contains("token"));
        house.delete("/api/v1/forms/guarded");
    }

    @Test
    void what_is_missing_is_told_before_a_challenge_is_used_up() {
        put("asking", "id: asking\nsource: website\nchallenge: token\nrequired: [company]\n");
        int before = asked.size();

        IntakeTest.assertProblem(house.form("/forms/asking", "email=a1@example.com&token=good"), 400, "company");
        assertThat(asked).hasSize(before);
        assertThat(house.form("/forms/asking", "email=a1@example.com&token=good&company=Engines")
                        .statusCode())
                .isEqualTo(303);
        asked.removeLast();
        house.delete("/api/v1/forms/asking");
    }

    @Test
    void while_the_topic_has_not_been_read_an_unknown_form_is_not_denied(@TempDir Path directory) {
        try (House alone = new House(directory)) {
            alone.intake.close();
            alone.stopBroker();
            alone.startIntake();

            assertThat(alone.form("/forms/perhaps", "email=a@example.com").statusCode())
                    .isEqualTo(503);
            assertThat(alone.form("/forms/website", "email=a@example.com").statusCode())
                    .isEqualTo(303);
        }
    }

    private static HttpResponse<String> put(String id, String yaml) {
        return house.send(house.request("/api/v1/forms/" + id, "Authorization", "Bearer " + House.KEY)
                .header("Content-Type", "application/yaml")
                .PUT(HttpRequest.BodyPublishers.ofString(yaml)));
    }
}
