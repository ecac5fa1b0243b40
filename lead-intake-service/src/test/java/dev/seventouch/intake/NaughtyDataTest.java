package dev.seventouch.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.events.wire.Decoded;
import dev.seventouch.events.wire.Topics;
import dev.seventouch.intake.lead.Field;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * Strings that are known to break software, in every field of every way in. A few are here; more come from a file of lines that
 * {@code -Dseventouch.naughty=FILE} names, such as one made of the npm packages {@code big-list-of-naughty-strings} and
 * {@code email-addresses} (docs/intake.md).
 */
class NaughtyDataTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final List<String> OURS = List.of(
            "",
            "undefined",
            "NaN",
            "-1e400",
            "0x0",
            "\u00ad\u0600\u200b\u202e\ufeff",
            "Ω≈ç√∫˜µ≤≥÷",
            "田中さんにあげて下さい",
            "👩‍👩‍👧‍👦🇺🇸",
            "\ud83d",
            "Z̮̞̠͙͔ͅḀ̗̞͈̻̗Ḷ͙͎̯̹̞͓G̻O̭̗̮",
            "<img src=x onerror=alert(1)>",
            "${jndi:ldap://127.0.0.1/a}",
            "${7*7}<#assign x='freemarker.template.utility.Execute'?new()>",
            "1;DROP TABLE users",
            "../../../../etc/passwd%00",
            "=cmd|' /C calc'!A0",
            "%0d%0aBcc:x@example.com",
            "a@example.com\r\nBcc: b@example.com",
            "{\"$gt\":\"\"}",
            "\"very.(),:;<>[]\\\".VERY.\\\"very@\\\\ \\\"very\\\".unusual\"@strange.example.com",
            "user@[IPv6:2001:db8::1]",
            "x@example.com,y@example.com",
            "Ada <ada@example.com>");

    private static House house;

    @BeforeAll
    static void open(@TempDir Path directory) {
        house = new House(directory);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void every_string_in_every_field_is_taken_or_refused_and_what_is_taken_can_be_read_again() throws IOException {
        List<String> strings = strings();
        for (String naughty : strings) {
            assertOk(naughty, house.json("/api/v1/leads/batch", batch(naughty)), 202, 207, 400);
            assertOk(naughty, house.form("/forms/website", form(naughty)), 303, 400);
            assertOk(naughty, signal(naughty), 202, 400, 404);
        }
        String list = "email,name,phone,city," + "more\n"
                + strings.stream()
                        .map(NaughtyDataTest::quoted)
                        .map(each -> String.join(",", each, each, each, each, each))
                        .collect(Collectors.joining("\n"));
        assertOk("a list of all", house.post("/api/v1/imports?source=naughty", "text/csv", list.getBytes(UTF_8)), 202);
        assertOk("a list of all", house.post("/api/v1/suppressions", "text/csv", list.getBytes(UTF_8)), 200);
        house.records(Topics.LEADS)
                .forEach(record ->
                        assertThat(Topics.LEADS.decode(record.value())).isInstanceOf(Decoded.Readable.class));
        System.out.println(strings.size() + " naughty strings in every field");
    }

    private static List<String> strings() throws IOException {
        List<String> strings = new ArrayList<>(OURS);
        String more = System.getProperty("seventouch.naughty");
        if (more != null) {
            strings.addAll(Files.readAllLines(Path.of(more)));
        }
        return strings;
    }

    /** One lead for each field, with the string in that field alone; and one with it as an attribute, and its name. */
    private static String batch(String naughty) {
        List<Map<String, Object>> leads = new ArrayList<>();
        for (Field field : Field.values()) {
            leads.add(
                    field == Field.EMAIL
                            ? Map.of("email", naughty)
                            : Map.of("email", "naughty@example.com", field.title(), naughty));
        }
        leads.add(Map.of("email", "naughty@example.com", "source", naughty));
        leads.add(Map.of("email", "naughty@example.com", "attributes", Map.of(naughty + "x", naughty)));
        leads.add(Map.of("email", "naughty@example.com", "consent", Map.of("wording", naughty)));
        leads.add(Map.of("email", "naughty@example.com", "owner", Map.of("name", naughty, "email", "mo@example.com")));
        return JSON.writeValueAsString(Map.of("leads", leads));
    }

    private static String form(String naughty) {
        String value = URLEncoder.encode(naughty, UTF_8);
        return "email=naughty%40example.com&name=" + value + "&message=" + value + "&" + value + "=1";
    }

    private static HttpResponse<String> signal(String naughty) {
        return house.json(
                "/api/v1/signals",
                JSON.writeValueAsString(
                        Map.of("email", "naughty@example.com", "type", "conversation", "said", naughty)));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"").replaceAll("[\\r\\n\\ud800-\\udfff]", " ") + '"';
    }

    private static void assertOk(String naughty, HttpResponse<String> answer, int... allowed) {
        assertThat(IntStream.of(allowed).boxed().toList())
                .as("\"%s\" was answered %d %s", naughty, answer.statusCode(), answer.body())
                .contains(answer.statusCode());
    }
}
