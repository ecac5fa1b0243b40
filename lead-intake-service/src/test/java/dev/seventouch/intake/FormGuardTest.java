package dev.seventouch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What keeps machines and other people's pages off a form, over real HTTP. */
class FormGuardTest {
    private static final String OURS = "https://www.example.com";

    private static House house;

    @BeforeAll
    static void open(@TempDir Path directory) throws IOException {
        Path forms = Files.createDirectories(directory.resolve("campaigns/forms"));
        Files.writeString(forms.resolve("guarded.yaml"), """
                id: guarded
                source: website
                origins: [https://www.example.com, "http://localhost:3000"]
                fill-time: { field: took, at-least: 3s }
                """);
        Files.writeString(forms.resolve("scarce.yaml"), """
                id: scarce
                source: website
                consent: You may write.
                limit: 3/h
                """);
        house = new House(directory, directory.resolve("campaigns").toString());
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void a_page_that_the_form_names_may_send_it_and_read_the_answer() {
        HttpResponse<String> preflight = preflight(OURS);
        assertThat(preflight.statusCode()).isEqualTo(200);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
                .hasValue(OURS);
        assertThat(preflight
                        .headers()
                        .firstValue("Access-Control-Allow-Methods")
                        .orElse(""))
                .contains("POST");

        HttpResponse<String> answer =
                house.form("/forms/guarded", "email=cors%40example.com", "Origin", OURS, "Accept", "application/json");
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue(OURS);
        assertThat(answer.headers().allValues("Vary")).contains("Origin");
        assertThat(house.captures(house.idOf("cors@example.com"))).hasSize(1);

        HttpResponse<String> mistake =
                house.form("/forms/guarded", "email=x", "Origin", OURS, "Accept", "application/json");
        IntakeTest.assertProblem(mistake, 400, "email");
        assertThat(mistake.headers().firstValue("Access-Control-Allow-Origin")).hasValue(OURS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Sec-Fetch-Mode   | cors           | */*       | 202
        Sec-Fetch-Mode   | same-origin    | */*       | 202
        Sec-Fetch-Mode   | no-cors        | */*       | 303
        Sec-Fetch-Mode   | navigate       | */*       | 303
        X-Requested-With | XMLHttpRequest | */*       | 202
        X-Requested-With | XMLHttpRequest | text/html | 303
        Sec-Fetch-Mode   | cors           | text/html | 303
        """)
    void a_script_that_names_no_type_gets_json_and_a_page_that_goes_there_is_led_on(
            String header, String value, String accept, int status) {
        HttpResponse<String> answer =
                house.form("/forms/guarded", "email=script%40example.com", header, value, "Accept", accept);
        assertThat(answer.statusCode()).isEqualTo(status);

        HttpResponse<String> mistake = house.form("/forms/guarded", "email=x", header, value, "Accept", accept);
        boolean page = value.equals("navigate") || accept.equals("text/html");
        assertThat(mistake.statusCode()).isEqualTo(400);
        assertThat(mistake.headers().firstValue("Content-Type").orElseThrow())
                .startsWith(page ? "text/html" : "application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example", "https://www.example.com.evil.example", "http://www.example.com", "null"
            })
    void another_page_may_not(String origin) {
        assertThat(preflight(origin).statusCode()).isEqualTo(403);

        HttpResponse<String> answer = house.form("/forms/guarded", "email=foreign%40example.com", "Origin", origin);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(house.captures(house.idOf("foreign@example.com"))).isEmpty();
    }

    @Test
    void who_is_no_page_may_send_it_too() {
        assertThat(house.form("/forms/guarded", "email=server%40example.com").statusCode())
                .isEqualTo(303);
        assertThat(house.captures(house.idOf("server@example.com"))).hasSize(1);
    }

    @Test
    void what_is_filled_in_faster_than_a_person_types_has_to_be_sent_again() {
        HttpResponse<String> quick = house.form("/forms/guarded", "email=quick%40example.com&took=800");
        assertThat(quick.statusCode()).isEqualTo(429);
        assertThat(quick.headers().firstValue("Retry-After")).hasValue("3");
        assertThat(house.captures(house.idOf("quick@example.com"))).isEmpty();

        assertThat(house.form("/forms/guarded", "email=quick%40example.com&took=4000")
                        .statusCode())
                .isEqualTo(303);
        assertThat(house.captures(house.idOf("quick@example.com"))
                        .getFirst()
                        .lead()
                        .attributes())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "99999999999999999999"})
    void a_time_that_tells_nothing_counts_for_nothing(String took) {
        assertThat(house.form("/forms/guarded", "email=untimed%40example.com&took=" + took)
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void one_address_is_limited_and_told_when_to_come_again() {
        for (int i = 0; i < 3; i++) {
            assertThat(sendFrom("203.0.113.7", "application/json").statusCode()).isEqualTo(202);
        }
        HttpResponse<String> json = sendFrom("203.0.113.7", "application/json");
        assertThat(json.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(json.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 3600);
        HttpResponse<String> page = sendFrom("203.0.113.7", "text/html");
        assertThat(page.statusCode()).isEqualTo(429);
        assertThat(page.headers().firstValue("Retry-After")).isPresent();
        assertThat(page.body()).contains("<h1>One moment, please.</h1>");

        assertThat(sendFrom("203.0.113.8", "application/json").statusCode())
                .as("somebody else")
                .isEqualTo(202);
        assertThat(house.captures(house.idOf("203.0.113.8@example.com"))
                        .getFirst()
                        .lead()
                        .origin()
                        .consent()
                        .ip())
                .isEqualTo("203.0.113.8");
    }

    private static HttpResponse<String> sendFrom(String address, String accept) {
        return house.form(
                "/forms/scarce", "email=" + address + "%40example.com", "X-Forwarded-For", address, "Accept", accept);
    }

    private static HttpResponse<String> preflight(String origin) {
        return house.send(house.request(
                        "/forms/guarded",
                        "Origin",
                        origin,
                        "Access-Control-Request-Method",
                        "POST",
                        "Access-Control-Request-Headers",
                        "content-type")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
    }
}
