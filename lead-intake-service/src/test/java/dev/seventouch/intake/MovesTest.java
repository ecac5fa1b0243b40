package dev.seventouch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.signal.Signal;
import dev.seventouch.events.touch.Medium;
import dev.seventouch.events.wire.Topics;
import dev.seventouch.service.store.SuppressionDocument;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person whose address has changed is one lead, whichever address it is named by. */
class MovesTest {
    @TempDir
    static Path directory;

    private static House house;

    @BeforeAll
    static void open() {
        house = new House(directory);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void a_lead_goes_on_at_its_other_address_and_keeps_its_id() {
        LeadId lead = captured("{\"email\":\"ada@old.example\",\"name\":\"Ada\"}");
        LeadId other = house.idOf("ada@new.example");

        assertThat(move(lead, "Ada@New.example")).isEqualTo(lead);
        assertThat(move(lead, "ada@new.example")).as("told again").isEqualTo(lead);

        LeadEvent.Captured last = house.captures(lead).getLast();
        assertThat(last.lead().contact().email()).isEqualTo("ada@new.example");
        assertThat(last.lead().attributes()).containsEntry("formerEmail", "ada@old.example");
        assertThat(last.latest()).as("facts, not one more capture").isEqualTo(last.first());
        assertThat(house.captures(other)).allMatch(each -> lead.equals(each.sameAs()));
        int said = house.captures(lead).size();
        move(other, "ada@new.example");
        assertThat(house.captures(lead)).as("nothing is new in that").hasSize(said);

        assertThat(captured("{\"email\":\"ada@new.example\",\"company\":\"Engines\"}"))
                .isEqualTo(lead);
        assertThat(captured("{\"email\":\"ada@old.example\",\"phone\":\"+49 30 1234567\"}"))
                .isEqualTo(lead);
        JsonNode shown = JsonMapper.shared()
                .readTree(house.operatorGet("/api/v1/leads/" + other).body());
        assertThat(shown.get("leadId").asString()).isEqualTo(lead.value());
        assertThat(shown.get("email").asString())
                .as("a form or a list that has the former address still doesn't bring it back")
                .isEqualTo("ada@new.example");
        assertThat(shown.get("company").asString()).isEqualTo("Engines");
        assertThat(shown.get("phone").asString()).isEqualTo("+49301234567");
        assertThat(house.captures(other)).allMatch(each -> lead.equals(each.sameAs()));
    }

    @Test
    void two_leads_become_one_with_the_facts_of_both() {
        LeadId first = captured("{\"email\":\"bea@old.example\",\"company\":\"Old\",\"source\":\"fair\"}");
        LeadId second = captured("{\"email\":\"bea@new.example\",\"company\":\"New\",\"name\":\"Bea\"}");

        move(first, "bea@new.example");

        LeadEvent.Captured last = house.captures(first).getLast();
        assertThat(last.lead().contact().name()).isEqualTo("Bea");
        assertThat(last.lead().contact().company()).isEqualTo("New");
        assertThat(last.lead().contact().email()).isEqualTo("bea@new.example");
        assertThat(last.origins()).hasSize(2);
        assertThat(house.captures(second).getLast().sameAs()).isEqualTo(first);
    }

    @Test
    void a_stop_under_one_address_holds_for_the_other_whenever_it_is_said() {
        LeadId lead = captured("{\"email\":\"cal@old.example\"}");
        LeadId other = house.idOf("cal@new.example");
        signal("cal@new.example", "{\"email\":\"cal@new.example\",\"type\":\"unsubscribed\",\"media\":[\"phone\"]}");
        move(lead, "cal@new.example");

        assertThat(ledger(lead).since()).as("said before").containsOnlyKeys("PHONE");
        assertThat(house.events(Topics.SIGNALS, lead.value()))
                .first()
                .isInstanceOfSatisfying(
                        Signal.Unsubscribed.class,
                        stop -> assertThat(stop.from()).containsExactly(Medium.PHONE));

        signal("cal@old.example", "{\"email\":\"cal@old.example\",\"type\":\"unsubscribed\",\"media\":[\"post\"]}");
        assertThat(ledger(other).since()).as("said of the former").containsOnlyKeys("PHONE", "POST");
        signal("cal@new.example", "{\"email\":\"cal@new.example\",\"type\":\"unsubscribed\"}");
        assertThat(ledger(lead).since()).as("said of the other").hasSize(Medium.values().length);
        assertThat(house.events(Topics.SIGNALS, lead.value())).hasSize(3);

        assertThat(captured("{\"email\":\"cal@new.example\"}")).isEqualTo(lead);
        assertThat(ledger(lead).since()).as("a capture undoes nothing").hasSize(Medium.values().length);

        house.delete("/api/v1/leads/" + lead);
        LeadId anew = captured("{\"email\":\"cal@new.example\"}");
        assertThat(anew).as("nobody knows any more that they are one").isEqualTo(other);
        assertThat(ledger(anew).since()).as("but a stop outlives that").hasSize(Medium.values().length);
    }

    @Test
    void an_erasure_is_of_all_addresses() {
        LeadId lead = captured("{\"email\":\"dan@old.example\"}");
        LeadId other = captured("{\"email\":\"dan@new.example\"}");
        move(lead, "dan@new.example");

        assertThat(house.delete("/api/v1/leads/" + other).statusCode()).isEqualTo(204);

        for (LeadId each : java.util.List.of(lead, other)) {
            assertThat(house.events(Topics.LEADS, each.value()).getLast()).isNull();
            assertThat(house.operatorGet("/api/v1/leads/" + each).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void what_is_said_of_one_address_is_said_of_the_person() {
        LeadId lead = captured("{\"email\":\"eve@old.example\"}");
        LeadId other = house.idOf("eve@newer.example");
        move(lead, "eve@new.example");
        move(house.idOf("eve@new.example"), "eve@newer.example");

        signal("eve@new.example", "{\"email\":\"eve@new.example\",\"type\":\"ready-to-buy\"}");
        house.json("/api/v1/leads/" + other + "/signals", "{\"type\":\"conversation\",\"said\":\"Hello\"}");

        assertThat(house.events(Topics.SIGNALS, lead.value()))
                .hasExactlyElementsOfTypes(Signal.ReadyToBuy.class, Signal.Conversed.class);
        LeadEvent.Captured last = house.captures(lead).getLast();
        assertThat(last.lead().contact().email()).isEqualTo("eve@newer.example");
        assertThat(last.lead().lastConversation().said()).isEqualTo("Hello");

        move(lead, "eve@old.example");
        assertThat(house.captures(lead).getLast().lead().contact().email()).isEqualTo("eve@old.example");
        assertThat(captured("{\"email\":\"eve@newer.example\"}")).isEqualTo(lead);
    }

    @Test
    void a_capture_may_name_the_former_address() {
        LeadId lead = captured("{\"email\":\"gil@old.example\",\"name\":\"Gil\"}");

        assertThat(captured("{\"email\":\"gil@new.example\",\"formerEmail\":\"gil@old.example\",\"company\":\"G\"}"))
                .isEqualTo(lead);

        LeadEvent.Captured last = house.captures(lead).getLast();
        assertThat(last.lead().contact().email()).isEqualTo("gil@new.example");
        assertThat(last.lead().contact().name()).isEqualTo("Gil");
        assertThat(last.lead().contact().company()).isEqualTo("G");
    }

    @Test
    void who_said_stop_under_an_address_that_nobody_was_captured_by_is_stopped_when_it_is_named() {
        signal("hal@old.example", "{\"email\":\"hal@old.example\",\"type\":\"unsubscribed\"}");

        LeadId lead = captured("{\"email\":\"hal@new.example\",\"formerEmail\":\"hal@old.example\"}");

        assertThat(lead).isEqualTo(house.idOf("hal@new.example"));
        assertThat(ledger(lead).since()).hasSize(Medium.values().length);
        assertThat(house.events(Topics.SIGNALS, lead.value())).singleElement().isInstanceOf(Signal.Unsubscribed.class);
        assertThat(captured("{\"email\":\"hal@old.example\"}")).isEqualTo(lead);
        assertThat(house.captures(lead).getLast().lead().contact().email()).isEqualTo("hal@new.example");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        formerEmail | {"email":"ian@new.example","formerEmail":"nobody"}
        formerEmail | {"email":"ian@new.example","formerEmail":7}
        email       | {"phone":"+49 30 1234567","formerEmail":"ian@old.example"}
        email       | {"email":"nobody","formerEmail":"ian@old.example"}
        """)
    void what_names_no_former_address_is_refused(String field, String body) {
        IntakeTest.assertProblem(house.json("/api/v1/leads", body), 400, field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"email\":\"nobody\"}", "{\"email\":\"\"}", "{\"email\":7}"})
    void what_is_no_address_is_refused(String body) {
        LeadId lead = captured("{\"email\":\"fay@old.example\"}");

        IntakeTest.assertProblem(house.json("/api/v1/leads/" + lead + "/email", body), 400, "email");
        assertThat(house.json("/api/v1/leads/" + "0".repeat(26) + "/email", "{\"email\":\"a@b.example\"}")
                        .statusCode())
                .isEqualTo(404);
    }

    private static LeadId captured(String lead) {
        return leadOf(house.json("/api/v1/leads", lead));
    }

    private static LeadId move(LeadId lead, String email) {
        return leadOf(house.json("/api/v1/leads/" + lead + "/email", "{\"email\":\"" + email + "\"}"));
    }

    private static void signal(String email, String body) {
        assertThat(house.json("/api/v1/signals", body).statusCode()).as(email).isEqualTo(202);
    }

    private static LeadId leadOf(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return new LeadId(
                JsonMapper.shared().readTree(answer.body()).get("leadId").asString());
    }

    private static SuppressionDocument ledger(LeadId lead) {
        return SuppressionDocument.in(house.intake.getBean(MongoClient.class))
                .find(com.mongodb.client.model.Filters.eq("_id", lead.value()))
                .first();
    }
}
