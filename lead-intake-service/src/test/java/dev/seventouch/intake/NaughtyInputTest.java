package dev.seventouch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.events.wire.Topics;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is sent: a 4xx that names the field, nothing on the log, never a fault of ours. */
class NaughtyInputTest {
    static House house;

    @BeforeAll
    static void open(@TempDir Path directory) {
        house = new House(directory);
    }

    @AfterAll
    static void close() {
        assertThat(house.records(Topics.LEADS)).as("nothing naughty was kept").isEmpty();
        house.close();
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of("body", ""),
                Arguments.of("body", "null"),
                Arguments.of("body", "[]"),
                Arguments.of("body", "\"x\""),
                Arguments.of("body", "{"),
                Arguments.of("body", "{} {}"),
                Arguments.of("body", "{\"email\":\"a@example.com\",\"email\":\"b@example.com\"}"),
                Arguments.of("body", "[".repeat(2000)),
                Arguments.of("body", "{\"email\":\"a@example.com\",\"attributes\":" + "{\"a\":".repeat(1500)),
                Arguments.of("email", "{}"),
                Arguments.of("email", "{\"email\":null}"),
                Arguments.of("email", "{\"email\":\"   \"}"),
                Arguments.of("email", "{\"email\":[\"a@example.com\"]}"),
                Arguments.of("email", "{\"email\":7}"),
                Arguments.of("email", "{\"email\":{\"$ne\":1}}"),
                Arguments.of("email", "{\"email\":\"a@example.com\\r\\nBcc: b@example.com\"}"),
                Arguments.of("email", "{\"email\":\"a\\u0000@example.com\"}"),
                Arguments.of("email", "{\"email\":\"\\ud800@example.com\"}"),
                Arguments.of("email", "{\"email\":\"" + "a".repeat(5000) + "@example.com\"}"),
                Arguments.of("name", "{\"email\":\"a@example.com\",\"name\":\"x\\nBcc: y\"}"),
                Arguments.of("name", "{\"email\":\"a@example.com\",\"name\":\"" + "x".repeat(201) + "\"}"),
                Arguments.of("phone", "{\"phone\":4930123456}"),
                Arguments.of("phone", "{\"phone\":\"drop table\"}"),
                Arguments.of("zone", "{\"email\":\"a@example.com\",\"zone\":\"../../etc/passwd\"}"),
                Arguments.of("source", "{\"email\":\"a@example.com\",\"source\":\"A B\"}"),
                Arguments.of("source", "{\"email\":\"a@example.com\",\"source\":true}"),
                Arguments.of("nmae", "{\"email\":\"a@example.com\",\"nmae\":\"x\"}"),
                Arguments.of("owner", "{\"email\":\"a@example.com\",\"owner\":\"Mo\"}"),
                Arguments.of("owner.email", "{\"email\":\"a@example.com\",\"owner\":{\"name\":\"Mo\",\"email\":[]}}"),
                Arguments.of("owner.age", "{\"email\":\"a@example.com\",\"owner\":{\"age\":\"1\"}}"),
                Arguments.of("attributes", "{\"email\":\"a@example.com\",\"attributes\":[]}"),
                Arguments.of("attributes.a", "{\"email\":\"a@example.com\",\"attributes\":{\"a\":{\"b\":1}}}"),
                Arguments.of("attributes.a", "{\"email\":\"a@example.com\",\"attributes\":{\"a\":\"\\u0007\"}}"),
                Arguments.of("consent.wording", "{\"email\":\"a@example.com\",\"consent\":{}}"),
                Arguments.of("consent.wording", "{\"email\":\"a@example.com\",\"consent\":{\"wording\":\"\"}}"),
                Arguments.of("consent.wording", "{\"email\":\"a@example.com\",\"consent\":{\"wording\":1}}"));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void a_wrong_lead_is_refused_by_its_field(String field, String body) {
        IntakeTest.assertProblem(house.json("/api/v1/leads", body), 400, field);
    }

    static Stream<Arguments> elements() {
        return Stream.of(
                Arguments.of("lead", "null"),
                Arguments.of("lead", "[[]]"),
                Arguments.of("lead", "\"x\""),
                Arguments.of("email", "{}"),
                Arguments.of("email", "{\"email\":\"a\\u0000@example.com\"}"),
                Arguments.of("email", "{\"email\":1e999999}"),
                Arguments.of("leads", "{\"leads\":[]}"),
                Arguments.of("attributes", "{\"email\":\"a@example.com\",\"attributes\":7}"),
                Arguments.of("name", "{\"email\":\"a@example.com\",\"name\":\"x\\nBcc: y\"}"));
    }

    @ParameterizedTest
    @MethodSource("elements")
    void a_wrong_lead_of_a_batch_is_refused_in_its_place(String field, String element) {
        HttpResponse<String> answer = house.json("/api/v1/leads/batch", "{\"leads\":[" + element + "]}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(207);
        assertThat(answer.body()).contains("\"accepted\":0", "\"status\":400", "\"field\":\"" + field);
    }

    static Stream<String> batches() {
        return Stream.of(
                "",
                "[",
                "{\"leads\":" + "[".repeat(2000),
                "{\"leads\":[{\"email\":\"a@example.com\",\"email\":\"b@example.com\"}]}",
                "{\"leads\":[],\"leads\":[{\"email\":\"a@example.com\"}]}",
                "{\"leads\":[{\"value\":" + "9".repeat(5000) + "}]}");
    }

    @ParameterizedTest
    @MethodSource("batches")
    void a_batch_that_is_not_json_is_refused_as_a_whole(String body) {
        HttpResponse<String> answer = house.json("/api/v1/leads/batch", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    }

    static Stream<String> yamls() {
        return Stream.of(
                "a: &a [x]\n" + bombs(),
                "&a [*a]",
                "id: a\nid: b\nsource: x",
                "? {a: b}\n: c",
                "!!java.net.URL [\"http://127.0.0.1\"]",
                "[".repeat(3000),
                "- ".repeat(30_000),
                "id: a\nsource: x\nlimit: 20/m\n\u0000",
                "id: a\nsource: x\norigins: [[[x]]]",
                "id: a\nsource: x\nconsent: {wording: [1]}",
                "--- {id: a, source: x}\n--- {id: a, source: x}");
    }

    private static String bombs() {
        StringBuilder bombs = new StringBuilder();
        for (char name = 'b'; name < 'k'; name++) {
            String older = "*" + (char) (name - 1);
            bombs.append(name).append(": &").append(name).append(" [").append(older);
            bombs.append((", " + older).repeat(9)).append("]\n");
        }
        return bombs.toString();
    }

    @ParameterizedTest
    @MethodSource("yamls")
    void a_form_that_is_a_trap_is_refused(String yaml) {
        HttpResponse<String> answer =
                house.send(house.request("/api/v1/forms/a", "Authorization", "Bearer " + House.KEY)
                        .header("Content-Type", "application/yaml")
                        .PUT(HttpRequest.BodyPublishers.ofString(yaml)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/leads", "/api/v1/signals"})
    void broken_utf_8_is_refused(String path) {
        byte[] body = "{\"email\":\"\u00e9@example.com\",\"type\":\"replied\"}".getBytes(StandardCharsets.ISO_8859_1);

        IntakeTest.assertProblem(house.post(path, "application/json", body), 400, "body");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/leads, text/plain", "/api/v1/leads, application/xml", "/api/v1/leads, '*/*x'",
        "/api/v1/signals, text/plain", "/forms/website, application/json", "/forms/website, text/plain",
        "/forms/website, multipart/form-data; boundary="
    })
    void another_type_of_body_is_refused(String path, String type) {
        IntakeTest.assertProblem(house.post(path, type, "{}".getBytes(StandardCharsets.UTF_8)), 415, "Content-Type");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/leads, application/json", "/api/v1/signals, application/json",
        "/forms/website, application/x-www-form-urlencoded", "/forms/website, multipart/form-data; boundary=x"
    })
    void a_huge_body_is_refused(String path, String type) {
        byte[] huge = "x".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);

        IntakeTest.assertProblem(house.post(path, type, huge), 413, "body");
        HttpResponse<String> chunked = house.send(house.request(path)
                .header("Authorization", "Bearer " + House.KEY)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(huge))));
        assertThat(chunked.statusCode()).isBetween(400, 499);
    }

    @ParameterizedTest
    @CsvSource({
        "email, name=x",
        "email, ''",
        "email, email=a%0d%0aBcc:x@example.com",
        "email, email=a%00@example.com",
        "email, email=%ff%fe@example.com",
        "email, email=a@example.com&email=b@example.com",
        "name, email=a@example.com&name=%00",
        "attributes, email=a@example.com&%07=x",
        "body, email=a@example.com&%ff=x",
        "message, email=a@example.com&message=%1b"
    })
    void a_wrong_form_is_refused_by_its_field(String field, String body) {
        IntakeTest.assertProblem(house.form("/forms/website", body), 400, field);
    }

    @Test
    void too_many_fields_are_refused() {
        StringBuilder body = new StringBuilder("email=a@example.com");
        for (int i = 0; i < 2000; i++) {
            body.append("&f").append(i).append("=1");
        }
        IntakeTest.assertProblem(house.form("/forms/website", body.toString()), 400, "attributes");
    }

    @ParameterizedTest
    @CsvSource({"multipart/form-data", "multipart/form-data; boundary=x"})
    void a_broken_multipart_is_refused(String type) {
        IntakeTest.assertProblem(
                house.post("/forms/website", type, "--x\r\nbroken".getBytes(StandardCharsets.UTF_8)), 400, "body");
    }

    @Test
    void a_file_is_refused_by_its_field() {
        byte[] body =
                ("--x\r\nContent-Disposition: form-data; name=\"cv\"; filename=\"cv.pdf\"\r\n\r\nfile\r\n--x--\r\n")
                        .getBytes(StandardCharsets.UTF_8);

        IntakeTest.assertProblem(house.post("/forms/website", "multipart/form-data; boundary=x", body), 400, "cv");
    }

    @Test
    void a_browser_gets_a_page_that_says_what_is_wrong() {
        HttpResponse<String> page = house.form("/forms/website", "email=%3Cscript%3E", "Accept", "text/html,*/*;q=0.8");

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.body()).contains("<strong>email</strong>").doesNotContain("<script");
    }

    @ParameterizedTest
    @CsvSource({"/forms/nothing", "/forms/..%2f..%2fetc", "/forms/%3Cscript%3E"})
    void an_unknown_form_is_not_found(String path) {
        assertThat(house.form(path, "email=a@example.com").statusCode()).isIn(400, 404);
        assertThat(house.get(path + "/thank-you").statusCode()).isIn(400, 404);
    }

    @Test
    void a_strange_language_is_no_wish() {
        assertThat(house.get("/forms/website/thank-you", "Accept-Language", ";;q=x,,*-_")
                        .statusCode())
                .isEqualTo(200);
    }
}
