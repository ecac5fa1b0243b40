package dev.seventouch.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.wire.Topics;
import dev.seventouch.intake.outbox.Outbox;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Many leads in one request, and requests that are sent again under their key. */
class BatchTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BATCH = "/api/v1/leads/batch";
    private static final String ONE = "/api/v1/leads";

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
    void each_lead_is_answered_in_its_place() {
        HttpResponse<String> answer = house.json(BATCH, """
                {"leads":[
                  {"email":"one@example.com","name":"One"},
                  {"email":"nobody","phone":"x"},
                  7,
                  {"email":"two@example.com","nmae":"Two"},
                  {"email":"ONE@example.com","phone":"+49301234567"}]}""");

        assertThat(answer.statusCode()).isEqualTo(207);
        JsonNode told = JSON.readTree(answer.body());
        assertThat(told.get("accepted").asInt()).isEqualTo(2);
        assertThat(told.get("refused").asInt()).isEqualTo(3);
        JsonNode results = told.get("results");
        assertThat(IntStream.range(0, 5)
                        .mapToObj(i -> results.get(i).get("position").asInt() + ":"
                                + results.get(i).get("status").asInt()))
                .containsExactly("0:202", "1:400", "2:400", "3:400", "4:202");
        assertThat(fields(results.get(1))).containsExactlyInAnyOrder("email", "phone");
        assertThat(fields(results.get(2))).containsExactly("lead");
        assertThat(fields(results.get(3))).containsExactly("nmae");
        String lead = results.get(0).get("leadId").asString();
        assertThat(results.get(4).get("leadId").asString()).isEqualTo(lead);
        List<LeadEvent> said = house.events(Topics.LEADS, lead);
        assertThat(said).as("both are one lead, said once").hasSize(1);
        assertThat(said.getFirst().lead().contact().name()).isEqualTo("One");
        assertThat(said.getFirst().lead().contact().phone()).isEqualTo("+49301234567");
    }

    @Test
    void who_has_to_confirm_has_to_by_a_batch_as_well() {
        JsonNode told = JSON.readTree(house.json(BATCH, """
                        {"leads":[{"email":"asked@example.com","confirm":true}]}""").body());

        String lead = told.get("results").get(0).get("leadId").asString();
        assertThat(house.events(Topics.LEADS, lead).getFirst())
                .isInstanceOfSatisfying(
                        LeadEvent.Captured.class,
                        captured -> assertThat(captured.waitsForConfirmation()).isTrue());
    }

    @Test
    void a_thousand_leads_wait_once_for_a_log_that_is_away_and_are_all_there_afterwards(@TempDir Path directory) {
        try (House ofItsOwn = new House(directory)) {
            ofItsOwn.stopBroker();
            HttpResponse<String> answer = ofItsOwn.json(BATCH, leads("away", 1000));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            ofItsOwn.startBroker();
            await().atMost(Duration.ofSeconds(90))
                    .until(() -> ofItsOwn.intake.getBean(Outbox.class).backlog().leads() == 0);
            assertThat(leadsIn(answer)).hasSize(1000);
            assertThat(ofItsOwn.records(Topics.LEADS).stream()
                            .map(record -> record.key())
                            .collect(Collectors.toSet()))
                    .isEqualTo(leadsIn(answer));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        leads | {}
        leads | {"leads":[]}
        leads | {"leads":{}}
        leads | {"leads":null}
        lead  | {"lead":[{"email":"a@example.com"}]}
        body  | [{"email":"a@example.com"}]
        body  | {"leads":[{"email":"a@example.com"}]
        """)
    void what_is_no_batch_is_refused_as_a_whole(String field, String body) {
        IntakeTest.assertProblem(house.json(BATCH, body), 400, field);
    }

    @Test
    void too_many_leads_or_bytes_are_refused_as_a_whole() {
        IntakeTest.assertProblem(house.json(BATCH, leads("many", 1001)), 400, "leads");
        IntakeTest.assertProblem(
                house.json(BATCH, "{\"leads\":[\"" + "x".repeat(4 * 1024 * 1024) + "\"]}"), 413, "body");
    }

    // ---- sent again

    @ParameterizedTest
    @ValueSource(strings = {ONE, BATCH})
    void the_same_again_under_its_key_is_answered_the_same_and_said_once(String path) {
        String key = "again-" + path.length();
        String body = path.equals(ONE)
                ? "{\"email\":\"again@example.com\",\"consent\":{\"wording\":\"w\"}}"
                : "{\"leads\":[{\"email\":\"again2@example.com\"},{\"email\":\"x\"}]}";
        HttpResponse<String> first = send(path, key, body);
        house.intake.close();
        house.startIntake();
        HttpResponse<String> second = send(path, "\"" + key + "\"", body);

        assertThat(second.statusCode()).isEqualTo(first.statusCode());
        assertThat(second.body()).isEqualTo(first.body());
        for (String lead : leadsIn(first)) {
            assertThat(house.events(Topics.LEADS, lead)).hasSize(1);
        }
        assertThat(leadsIn(first)).hasSize(1);
    }

    @Test
    void another_body_under_the_same_key_is_refused() {
        assertThat(send(ONE, "other", "{\"email\":\"first@example.com\"}").statusCode())
                .isEqualTo(202);
        IntakeTest.assertProblem(send(ONE, "other", "{\"email\":\"second@example.com\"}"), 422, "Idempotency-Key");
        assertThat(send(BATCH, "other", leads("elsewhere", 1)).statusCode())
                .as("the same key for another target is another key")
                .isEqualTo(202);
    }

    @Test
    void a_refused_request_does_not_use_its_key_up() {
        IntakeTest.assertProblem(send(ONE, "mended", "{\"email\":\"x\"}"), 400, "email");
        IntakeTest.assertProblem(send(ONE, "mended", "{\"email\":\"x\"}"), 400, "email");
        assertThat(send(ONE, "mended", "{\"email\":\"mended@example.com\"}").statusCode())
                .isEqualTo(202);
    }

    @Test
    void a_key_that_can_not_be_one_is_refused() {
        for (String key : List.of("x".repeat(201), "a b", "\"", "a\"b")) {
            IntakeTest.assertProblem(send(ONE, key, "{\"email\":\"a@example.com\"}"), 400, "Idempotency-Key");
        }
    }

    @Test
    void the_same_at_the_same_time_under_one_key_is_the_same_event() throws Exception {
        Set<String> bodies = new HashSet<>();
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HttpResponse<String>>> sent = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                sent.add(senders.submit(() -> send(ONE, "race", "{\"email\":\"race@example.com\"}")));
            }
            for (Future<HttpResponse<String>> each : sent) {
                assertThat(each.get().statusCode()).isEqualTo(202);
                bodies.add(each.get().body());
            }
        }
        assertThat(bodies).hasSize(1);
        String lead = JSON.readTree(bodies.iterator().next()).get("leadId").asString();
        List<LeadEvent> said = house.events(Topics.LEADS, lead);
        assertThat(said).isNotEmpty().containsOnly(said.getFirst());
    }

    private static HttpResponse<String> send(String path, String key, String body) {
        return house.post(path, "application/json", body.getBytes(UTF_8), "Idempotency-Key", key);
    }

    private static String leads(String prefix, int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> "{\"email\":\"" + prefix + i + "@example.com\"}")
                .collect(Collectors.joining(",", "{\"leads\":[", "]}"));
    }

    private static Set<String> leadsIn(HttpResponse<String> answer) {
        return JSON.readTree(answer.body()).findValues("leadId").stream()
                .map(JsonNode::asString)
                .collect(Collectors.toSet());
    }

    private static List<String> fields(JsonNode result) {
        return result.get("errors").findValuesAsString("field");
    }
}
