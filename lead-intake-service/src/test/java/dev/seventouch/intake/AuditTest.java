package dev.seventouch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever operators change is in the audit trail, with the name of whoever did it. */
class AuditTest {
    private static final String MARA = "a key that is Mara's alone";
    private static final String BERT = "a key that is Bert's, of a file";

    private static House house;

    @BeforeAll
    static void open(@TempDir Path directory) throws Exception {
        Path keys = Files.writeString(directory.resolve("keys"), "bert=" + BERT + "\n");
        house = new House(
                directory,
                "../campaigns",
                House.ALONE,
                "--seventouch.operators.mara=" + MARA,
                "--seventouch.operator.keys=" + keys);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void each_is_known_by_the_key_that_is_shown() {
        String lead = captured("named@example.com");
        String path = "/api/v1/leads/" + lead + "/export";
        assertThat(as(MARA, "GET", path, null).statusCode()).isEqualTo(200);
        assertThat(as(BERT, "GET", path, null).statusCode()).isEqualTo(200);
        assertThat(house.get(path, "Authorization", "Bearer " + House.KEY, "Seventouch-For", "Nina+H%C3%B6ss")
                        .statusCode())
                .isEqualTo(200);
        assertThat(house.get(path, "Authorization", "Bearer " + MARA, "Seventouch-For", "Bert")
                        .statusCode())
                .isEqualTo(200);
        assertThat(as(MARA + "x", "GET", path, null).statusCode()).isEqualTo(401);

        assertThat(names("/api/v1/audit?leadId=" + lead, "who"))
                .as("who has a key speaks for nobody else")
                .containsExactly("mara", "operator, for Nina Höss", "bert", "mara");
    }

    @Test
    void all_that_changes_something_is_in_it_with_what_it_was() {
        String lead = captured("changed@example.com");
        String form = "id: audited\nsource: website\n";
        assertThat(as(MARA, "PUT", "/api/v1/forms/audited", form).statusCode()).isEqualTo(200);
        assertThat(as(MARA, "DELETE", "/api/v1/forms/audited", null).statusCode())
                .isEqualTo(204);
        String list = JsonMapper.shared()
                .readTree(as(MARA, "POST", "/api/v1/imports?dryRun=true", "email\nx@example.com\n")
                        .body())
                .get("importId")
                .asString();
        as(MARA, "POST", "/api/v1/imports/" + list + "/stop", "");
        as(MARA, "POST", "/api/v1/imports/" + list + "/continue", "");
        String signals = "/api/v1/leads/" + lead + "/signals";
        assertThat(as(MARA, "POST", signals, "{\"type\":\"replied\"}").statusCode())
                .isEqualTo(202);
        assertThat(as(MARA, "POST", signals, "{\"type\":\"opened\",\"touch\":\"" + "0f".repeat(16) + "\"}")
                        .statusCode())
                .isEqualTo(202);
        assertThat(as(MARA, "POST", signals, "{\"type\":\"unsubscribe\"}").statusCode())
                .isEqualTo(202);
        assertThat(as(MARA, "DELETE", "/api/v1/leads/" + lead, null).statusCode())
                .isIn(202, 204);

        List<JsonNode> entries = all("/api/v1/audit?who=mara&limit=3").stream()
                .filter(entry -> !entry.get("action").asString().equals("exported"))
                .toList();
        assertThat(entries)
                .extracting(
                        entry -> entry.get("action").asString(),
                        entry -> entry.path("what").asString(""))
                .containsExactly(
                        tuple("erased", ""),
                        tuple("signal-told", "unsubscribed"),
                        tuple("signal-told", "replied"),
                        tuple("list-continued", list),
                        tuple("list-stopped", list),
                        tuple("list-taken-in", "dry run"),
                        tuple("form-withdrawn", "audited"),
                        tuple("form-published", "audited"));
        assertThat(names("/api/v1/audit?who=mara&action=form-published&leadId=" + lead, "action"))
                .isEmpty();
        assertThat(names("/api/v1/audit?who=mara&action=form-published", "action"))
                .containsExactly("form-published");
        for (String wrong : List.of("action=danced", "limit=0", "limit=201", "before=x")) {
            assertThat(house.operatorGet("/api/v1/audit?" + wrong).statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }

    private static org.assertj.core.groups.Tuple tuple(String action, String what) {
        return org.assertj.core.api.Assertions.tuple(action, what);
    }

    /** Over all its pages. */
    private static List<JsonNode> all(String path) {
        List<JsonNode> entries = new ArrayList<>();
        for (String next = path; next != null; ) {
            JsonNode page = JsonMapper.shared().readTree(house.operatorGet(next).body());
            page.get("entries").forEach(entries::add);
            next = page.path("next").asStringOpt().orElse(null);
        }
        return entries;
    }

    private static List<String> names(String path, String field) {
        return StreamSupport.stream(
                        JsonMapper.shared()
                                .readTree(house.operatorGet(path).body())
                                .get("entries")
                                .spliterator(),
                        false)
                .map(entry -> entry.get(field).asString())
                .toList();
    }

    private static String captured(String email) {
        return JsonMapper.shared()
                .readTree(house.json("/api/v1/leads", "{\"email\":\"" + email + "\"}")
                        .body())
                .get("leadId")
                .asString();
    }

    private static HttpResponse<String> as(String key, String method, String path, String body) {
        String type = body == null
                ? "text/plain"
                : body.startsWith("{") ? "application/json" : body.startsWith("id:") ? "application/yaml" : "text/csv";
        return house.send(house.request(path, "Authorization", "Bearer " + key, "Content-Type", type)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }
}
