package dev.seventouch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import dev.seventouch.events.lead.Contact;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.lead.PostalAddress;
import dev.seventouch.events.signal.Signal;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.Medium;
import dev.seventouch.events.touch.TouchId;
import dev.seventouch.events.wire.Topics;
import dev.seventouch.intake.lead.Identity;
import dev.seventouch.intake.signal.Signals;
import dev.seventouch.service.link.Link;
import dev.seventouch.service.store.SuppressionDocument;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service over HTTP, read back from the topics and the ledger. */
class IntakeTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TouchId TOUCH = new TouchId("0123456789abcdef0123456789abcdef");

    static House house;

    @BeforeAll
    static void open(@TempDir Path directory) {
        house = new House(directory);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    // ---- captures

    @Test
    void a_lead_by_rest_is_on_the_log_with_all_that_was_said() {
        HttpResponse<String> answer = house.json("/api/v1/leads", """
                {"email":" Ada.Lovelace@MÜNCHEN.example ","name":"Ada Lovelace","phone":"030 1234567","company":"Engines",
                 "street":"Gasse 1","postalCode":"10115","city":"Berlin","country":"Germany","language":"de","zone":"Europe/Berlin",
                 "source":"trade-fair","referrer":"Charles","owner":{"name":"Mo","email":"mo@example.com"},
                 "attributes":{"utm.source":"fair","$x":"1"},"consent":{"wording":"You may write."}}""");

        assertThat(answer.statusCode()).isEqualTo(202);
        LeadId id = new LeadId(json(answer).get("leadId").asString());
        LeadEvent.Captured captured =
                (LeadEvent.Captured) house.events(Topics.LEADS, id.value()).getFirst();
        Lead lead = captured.lead();
        assertThat(lead.contact().email()).isEqualTo("Ada.Lovelace@xn--mnchen-3ya.example");
        assertThat(lead.contact().phone()).isEqualTo("+49301234567");
        assertThat(lead.contact().country()).isEqualTo("DE");
        assertThat(lead.contact().address().isComplete()).isTrue();
        assertThat(lead.origin().source()).isEqualTo("trade-fair");
        assertThat(lead.origin().consent().wording()).isEqualTo("You may write.");
        assertThat(lead.origin().consent().ip()).isNull();
        assertThat(lead.owner().name()).isEqualTo("Mo");
        assertThat(lead.attributes()).containsEntry("utm.source", "fair").containsEntry("$x", "1");

        JsonNode shown = json(house.operatorGet("/api/v1/leads/" + id));
        assertThat(shown.get("zone").asString()).isEqualTo("Europe/Berlin");
        assertThat(shown.get("attributes").get("utm.source").asString()).isEqualTo("fair");
    }

    @Test
    void notes_are_an_attribute_of_which_the_newest_counts_whichever_way_they_came() {
        String first = "Roof of 1998.\nCalls back on Monday. ".repeat(60).strip();
        house.json("/api/v1/leads", JSON.writeValueAsString(Map.of("email", "noted@example.com", "notes", first)));
        assertThat(leadOf("noted@example.com").attributes()).containsOnly(Map.entry("notes", first));

        house.form("/forms/website", "email=noted%40example.com&notes=Wants%0D%0Aa+battery");

        assertThat(json(house.operatorGet("/api/v1/leads/" + house.idOf("noted@example.com")))
                        .get("attributes")
                        .get("notes")
                        .asString())
                .isEqualTo("Wants\na battery");
        assertProblem(
                house.form("/forms/website", "email=noted%40example.com&notes=" + "x".repeat(4001)), 400, "notes");
    }

    @Test
    void a_lead_by_form_is_thanked_and_its_other_fields_are_attributes() {
        HttpResponse<String> answer = house.form(
                "/forms/website", "email=grace%40example.com&name=Grace+Hopper&message=two%0D%0Alines&consent=on");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("/forms/website/thank-you");
        assertThat(house.get("/forms/website/thank-you").statusCode()).isEqualTo(200);
        Lead lead = leadOf("grace@example.com");
        assertThat(lead.origin().source()).isEqualTo("website");
        assertThat(lead.origin().consent().ip()).isNotNull();
        assertThat(lead.attributes()).containsExactly(java.util.Map.entry("message", "two\nlines"));
        assertThat(lead.owner().name()).as("the default owner").isEqualTo("Mara Lindqvist");
    }

    @Test
    void where_a_lead_came_from_each_time_is_remembered() {
        house.form("/forms/website", "email=everywhere%40example.com");
        String byHand = """
                {"email": "everywhere@example.com", "source": "referral", "referrer": "Karl"}""";
        house.post(
                "/api/v1/leads",
                "application/json",
                byHand.getBytes(StandardCharsets.UTF_8),
                "Idempotency-Key",
                "everywhere");
        house.post(
                "/api/v1/leads",
                "application/json",
                byHand.getBytes(StandardCharsets.UTF_8),
                "Idempotency-Key",
                "everywhere");

        LeadId lead = house.idOf("everywhere@example.com");
        JsonNode shown = json(house.operatorGet("/api/v1/leads/" + lead));
        assertThat(shown.get("source").asString()).as("where it came from last").isEqualTo("referral");
        JsonNode origins = shown.get("origins");
        assertThat(origins).hasSize(2);
        assertThat(origins.get(0).get("source").asString()).isEqualTo("website");
        assertThat(origins.get(0).get("way").asString()).isEqualTo("form");
        assertThat(origins.get(1).get("source").asString()).isEqualTo("referral");
        assertThat(origins.get(1).get("way").asString()).isEqualTo("api");
        assertThat(json(house.operatorGet("/api/v1/leads/" + lead + "/export"))
                        .get("lead")
                        .get("origins"))
                .isEqualTo(origins);
        assertThat(house.captures(lead).getLast().origins()).hasSize(2);

        house.intake.getBean(Signals.class).confirm(lead, "192.0.2.7", null);
        house.json("/api/v1/leads/" + lead + "/signals", """
                {"type": "conversation", "said": "Hello"}""");
        assertThat(house.captures(lead).getLast().origins())
                .as("words are no other way in")
                .hasSize(2);
    }

    @Test
    void a_form_may_be_multipart_and_its_answer_json_that_reveals_nothing() {
        String body = """
                --x\r
                Content-Disposition: form-data; name="email"\r
                \r
                multi@example.com\r
                --x\r
                Content-Disposition: form-data; name="name"\r
                \r
                Ünal\r
                --x--\r
                """;
        HttpResponse<String> answer = house.post(
                "/forms/website",
                "multipart/form-data; boundary=x",
                body.getBytes(StandardCharsets.UTF_8),
                "Accept",
                "application/json");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo("{\"accepted\":true}");
        assertThat(leadOf("multi@example.com").contact().name()).isEqualTo("Ünal");
    }

    @Test
    void a_second_capture_keeps_what_the_first_one_said() {
        String first = leadId(house.json("/api/v1/leads", """
                {"email":"twice@example.com","phone":"+49301234567","attributes":{"a":"1"}}"""));
        String second = leadId(house.json("/api/v1/leads", """
                {"email":"TWICE@Example.com","name":"Twice","attributes":{"b":"2"}}"""));

        assertThat(second).isEqualTo(first);
        Lead lead = leadOf("twice@example.com");
        assertThat(lead.contact().name()).isEqualTo("Twice");
        assertThat(lead.contact().phone()).isEqualTo("+49301234567");
        assertThat(lead.attributes()).containsOnlyKeys("a", "b");
    }

    @Test
    void captures_of_one_lead_at_the_same_time_are_one_lead_and_none_forgets_what_another_said() throws Exception {
        int many = 12;
        List<Callable<HttpResponse<String>>> captures = IntStream.range(0, many)
                .<Callable<HttpResponse<String>>>mapToObj(number -> () -> house.json(
                        "/api/v1/leads",
                        "{\"email\":\"crowd@example.com\",\"attributes\":{\"n%d\":\"1\"}}".formatted(number)))
                .toList();
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<HttpResponse<String>> answer : senders.invokeAll(captures)) {
                assertThat(answer.get().statusCode()).isEqualTo(202);
            }
        }
        List<LeadEvent.Captured> said = house.captures(house.idOf("crowd@example.com"));
        assertThat(said).hasSize(many);
        // Compaction keeps the last one only.
        assertThat(said.getLast().lead().attributes()).hasSize(many);
        assertThat(leadOf("crowd@example.com").attributes()).hasSize(many);
    }

    @Test
    void a_filled_honeypot_is_thanked_and_nothing_is_kept() {
        HttpResponse<String> answer = house.form("/forms/website", "email=bot%40example.com&fax_number=1");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(house.operatorGet("/api/v1/leads/" + house.idOf("bot@example.com"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(house.events(Topics.LEADS, house.idOf("bot@example.com").value()))
                .isEmpty();
    }

    @Test
    void a_forgotten_lead_is_a_tombstone_and_gone_from_the_view() {
        String id = leadId(house.json("/api/v1/leads", "{\"email\":\"forget@example.com\"}"));

        HttpResponse<String> answer = house.delete("/api/v1/leads/" + id);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        assertThat(house.operatorGet("/api/v1/leads/" + id + "/erasure").body()).contains("\"state\":\"done\"");
        assertThat(house.events(Topics.LEADS, id)).hasSize(2).last().isNull();
        Awaitility.await()
                .untilAsserted(() -> assertThat(
                                house.operatorGet("/api/v1/leads/" + id).statusCode())
                        .isEqualTo(404));
    }

    @Test
    void the_view_follows_what_others_say_on_the_log() {
        LeadId id = house.idOf("elsewhere@example.com");
        Lead lead = new Lead(
                id,
                dev.seventouch.events.lead.Contact.ofEmail("elsewhere@example.com"),
                new dev.seventouch.events.lead.Origin("import", null, null),
                null,
                null,
                null);
        house.intake
                .getBean(dev.seventouch.service.stream.EventPublisher.class)
                .publish(Topics.LEADS, new LeadEvent.Captured(lead, java.time.Instant.parse("2026-01-01T00:00:00Z")));

        Awaitility.await()
                .untilAsserted(() -> assertThat(
                                house.operatorGet("/api/v1/leads/" + id).statusCode())
                        .isEqualTo(200));
    }

    @Test
    void only_an_operator_sees_leads() {
        assertThat(house.get("/api/v1/leads/" + house.idOf("ada@example.com")).statusCode())
                .isEqualTo(401);
        assertThat(house.send(house.request("/api/v1/leads", "Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{\"email\":\"a@example.com\"}")))
                        .statusCode())
                .isEqualTo(401);
    }

    // ---- signals

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ready-to-buy | {"type":"ready-to-buy"}
        confirmed    | {"type":"confirmed"}
        replied      | {"type":"replied","touch":"0123456789abcdef0123456789abcdef"}
        bounced      | {"type":"bounced","medium":"email","permanent":true,"why":"5.1.1"}
        complained   | {"type":"complained"}
        opened       | {"type":"opened","touch":"0123456789abcdef0123456789abcdef","automatic":true}
        clicked      | {"type":"clicked","touch":"0123456789abcdef0123456789abcdef","link":"https://example.com/offer"}
        conversed    | {"type":"conversation","said":"Roof is due in May","next":{"channel":"call","when":"2099-01-01"}}
        paused       | {"type":"paused","until":"2099-01-01"}
        paused       | {"type":"pause","until":"2099-01-01T09:00:00Z"}
        resumed      | {"type":"resumed"}
        converted    | {"type":"converted"}
        preferred    | {"type":"preferences","lessOften":true,"media":["email"],"topics":["law"]}
        unsubscribed | {"type":"unsubscribe","media":["post"]}
        """)
    void every_signal_reaches_the_log(String expected, String body) {
        String mail = "signal-" + Math.abs(body.hashCode()) + "@example.com";
        String id = leadId(house.json("/api/v1/leads", "{\"email\":\"" + mail + "\"}"));
        String soon =
                java.time.LocalDate.now(java.time.ZoneOffset.UTC).plusDays(30).toString();

        HttpResponse<String> answer = house.json("/api/v1/leads/" + id + "/signals", body.replace("2099-01-01", soon));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        List<Signal> signals = house.events(Topics.SIGNALS, id);
        assertThat(signals).hasSize(1);
        assertThat(signals.getFirst().getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT))
                .isEqualTo(expected.replace("-", ""));
    }

    @Test
    void words_of_a_conversation_are_kept_with_the_lead_only() {
        String id = leadId(house.json("/api/v1/leads", "{\"email\":\"talk@example.com\"}"));

        house.json("/api/v1/signals", """
                {"email":"Talk@example.com","type":"conversation","said":"Her roof is due","agreed":"I call on Monday",
                 "next":{"channel":"call","when":"%s"}}""".formatted(java.time.Instant.now().plusSeconds(86400)));

        assertThat(leadOf("talk@example.com").lastConversation().agreed()).isEqualTo("I call on Monday");
        Signal.Conversed signal =
                (Signal.Conversed) house.events(Topics.SIGNALS, id).getFirst();
        assertThat(signal.next().channel()).isEqualTo(Channel.CALL);
        assertThat(house.records(Topics.SIGNALS))
                .noneMatch(record -> new String(record.value(), StandardCharsets.UTF_8).contains("roof is due"));
    }

    @Test
    void a_stop_is_in_the_ledger_and_the_earliest_stays() {
        String id = leadId(house.json("/api/v1/leads", "{\"email\":\"stop@example.com\"}"));

        house.json("/api/v1/leads/" + id + "/signals", "{\"type\":\"unsubscribed\",\"media\":[\"email\"]}");
        SuppressionDocument first = ledger(id);
        house.json("/api/v1/leads/" + id + "/signals", "{\"type\":\"unsubscribed\"}");

        assertThat(first.since()).containsOnlyKeys("EMAIL");
        assertThat(ledger(id).since())
                .hasSize(Medium.values().length)
                .containsEntry("EMAIL", first.since().get("EMAIL"));
        assertThat(json(house.operatorGet("/api/v1/leads/" + id))
                        .get("suppressed")
                        .has("post"))
                .isTrue();
    }

    @Test
    void a_signal_that_is_sent_again_under_its_key_is_said_once() {
        LeadId id = captured("again@example.com");
        String body = "{\"email\":\"again@example.com\",\"type\":\"replied\"}";
        for (int i = 0; i < 3; i++) {
            for (String path : List.of("/api/v1/signals", "/api/v1/leads/" + id + "/signals")) {
                assertThat(keyed(path, body).statusCode()).isEqualTo(202);
            }
        }
        assertThat(house.events(Topics.SIGNALS, id.value())).hasSize(2);
        assertThat(keyed("/api/v1/signals", body.replace("replied", "resumed")).statusCode())
                .as("another body")
                .isEqualTo(422);
    }

    @Test
    void a_look_at_a_mail_that_is_told_twice_is_one() {
        LeadId id = captured("seen-elsewhere@example.com");
        String body = "{\"type\":\"opened\",\"touch\":\"" + "0f".repeat(16) + "\"}";
        for (int i = 0; i < 3; i++) {
            assertThat(house.json("/api/v1/leads/" + id + "/signals", body).statusCode())
                    .isEqualTo(202);
        }
        house.json("/api/v1/leads/" + id + "/signals", body.replace("0f", "1f"));

        assertThat(house.events(Topics.SIGNALS, id.value())).hasSize(2);
    }

    private HttpResponse<String> keyed(String path, String body) {
        return house.post(path, "application/json", body.getBytes(StandardCharsets.UTF_8), "Idempotency-Key", "k-1");
    }

    @Test
    void a_stop_of_somebody_who_is_not_known_yet_holds() {
        String id = house.idOf("stranger@example.com").toString();

        assertThat(house.json("/api/v1/signals", "{\"email\":\"Stranger@example.com\",\"type\":\"unsubscribed\"}")
                        .statusCode())
                .isEqualTo(202);
        house.json("/api/v1/leads", "{\"email\":\"stranger@example.com\",\"value\":\"1200\"}");

        assertThat(ledger(id).since()).hasSize(Medium.values().length);
        assertThat(house.events(Topics.SIGNALS, id)).hasSize(1).first().isInstanceOf(Signal.Unsubscribed.class);
        JsonNode shown = json(house.operatorGet("/api/v1/leads/" + id));
        assertThat(shown.path("suppressed").has("email")).isTrue();
        assertThat(shown.path("value").decimalValue()).isEqualByComparingTo("1200");
    }

    @Test
    void a_signal_of_nobody_is_not_found() {
        assertThat(house.json(
                                "/api/v1/leads/" + house.idOf("nobody@example.com") + "/signals",
                                "{\"type\":\"replied\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(house.json("/api/v1/leads/no-id/signals", "{\"type\":\"replied\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(house.json("/api/v1/signals", "{\"email\":\"nobody@example.com\",\"type\":\"replied\"}")
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        type             | {}
        type             | {"type":"seen"}
        touch             | {"type":"opened"}
        type             | {"type":7}
        media            | {"type":"unsubscribe","media":["fax"]}
        media            | {"type":"unsubscribe","media":[]}
        media            | {"type":"unsubscribe","media":"email"}
        until            | {"type":"paused"}
        until            | {"type":"paused","until":"soon"}
        until            | {"type":"paused","until":"2001-01-01"}
        until            | {"type":"paused","until":"+999999999-12-31T23:59:59Z"}
        next.channel     | {"type":"conversation","next":{"channel":"fax","when":"2027-01-01"}}
        next.when        | {"type":"conversation","next":{"channel":"call"}}
        said             | {"type":"conversation"}
        medium           | {"type":"bounced","medium":"pigeon"}
        permanent        | {"type":"bounced","permanent":"yes"}
        touch            | {"type":"replied","touch":"x"}
        untill           | {"type":"paused","untill":"2027-01-01"}
        topics           | {"type":"preferences","topics":[1]}
        lessOften        | {"type":"preferences","lessOften":1}
        """)
    void a_wrong_signal_names_its_field(String field, String body) {
        String id = leadId(house.json("/api/v1/leads", "{\"email\":\"wrong-signals@example.com\"}"));

        HttpResponse<String> answer = house.json("/api/v1/leads/" + id + "/signals", body);

        assertProblem(answer, 400, field);
        assertThat(house.events(Topics.SIGNALS, id)).isEmpty();
    }

    // ---- links in mail

    @ParameterizedTest
    @ValueSource(strings = {"UNSUBSCRIBE", "READY_TO_BUY", "PREFERENCES", "CONFIRM"})
    void looking_at_a_link_changes_nothing(Link.Purpose purpose) {
        LeadId id = captured("looker-" + purpose.path() + "@example.com");
        String path = link(purpose, id);

        HttpResponse<String> page = house.get(path, "Accept-Language", "fr-CH, en;q=0.5");
        HttpResponse<String> head = house.send(house.request(path).HEAD());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("lang=\"fr\"")
                .contains("<form method=\"post\">")
                .doesNotContain("<script");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(page.headers().firstValue("X-Robots-Tag").orElse("")).contains("noindex");
        assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(house.events(Topics.SIGNALS, id.value())).isEmpty();
        assertThat(ledger(id.value())).isNull();
    }

    @Test
    void one_click_stops_everything_however_often_it_comes() {
        LeadId id = captured("one-click@example.com");
        String path = link(Link.Purpose.UNSUBSCRIBE, id);

        HttpResponse<String> first = house.form(path, "List-Unsubscribe=One-Click");
        SuppressionDocument entry = ledger(id.value());
        HttpResponse<String> again = house.send(
                house.request(path)
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "--b\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--b--\r\n")));

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(entry.since()).hasSize(Medium.values().length);
        assertThat(ledger(id.value())).isEqualTo(entry);
        assertThat(house.events(Topics.SIGNALS, id.value()))
                .first()
                .isInstanceOfSatisfying(Signal.Unsubscribed.class, stop -> {
                    assertThat(stop.from()).isEqualTo(Set.of(Medium.values()));
                    assertThat(stop.touch()).isEqualTo(TOUCH);
                });
    }

    @Test
    void a_post_without_the_one_click_field_stops_nothing() {
        LeadId id = captured("no-field@example.com");
        String path = link(Link.Purpose.UNSUBSCRIBE, id);

        assertThat(house.form(path, "").statusCode()).isEqualTo(400);
        assertThat(house.form(path + "?List-Unsubscribe=One-Click", "x=y").statusCode())
                .isEqualTo(400);
        assertThat(ledger(id.value())).isNull();
    }

    @Test
    void the_button_says_ready_and_who_will_call() {
        LeadId id = captured("ready@example.com");

        HttpResponse<String> answer = house.form(link(Link.Purpose.READY_TO_BUY, id), "ready=yes");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Thank you, Mara Lindqvist will call you.");
        assertThat(house.events(Topics.SIGNALS, id.value())).hasSize(1).first().isInstanceOf(Signal.ReadyToBuy.class);
    }

    @Test
    void whoever_is_ready_may_say_when_to_be_called() {
        LeadId id = captured("call-me@example.com");
        java.time.LocalDateTime wish =
                java.time.LocalDate.now(java.time.ZoneOffset.UTC).plusDays(30).atTime(15, 30);
        String page = link(Link.Purpose.READY_TO_BUY, id);
        assertThat(house.get(page).body()).contains("type=\"datetime-local\"");

        house.form(page, "ready=yes&callAt=" + wish);
        house.json("/api/v1/leads/" + id + "/signals", "{\"type\":\"ready-to-buy\",\"callAt\":\"" + wish + "\"}");

        assertThat(house.events(Topics.SIGNALS, id.value()))
                .extracting(signal -> ((Signal.ReadyToBuy) signal).callAt())
                .containsExactly(wish, wish);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "2001-01-01T15:30", "9999-01-01T15:30", "2027-02-30T10:00", "%", "\u0000"})
    void a_wish_that_cannot_be_kept_holds_up_nobody_on_the_page_and_is_refused_by_rest(String wish) {
        LeadId id = captured("wish-" + Math.abs(wish.hashCode()) + "@example.com");

        assertThat(house.form(link(Link.Purpose.READY_TO_BUY, id), "callAt=" + wish)
                        .statusCode())
                .isEqualTo(200);
        assertThat(house.events(Topics.SIGNALS, id.value()))
                .singleElement()
                .isInstanceOfSatisfying(
                        Signal.ReadyToBuy.class,
                        ready -> assertThat(ready.callAt()).isNull());

        HttpResponse<String> answer = house.json(
                "/api/v1/leads/" + id + "/signals",
                JsonMapper.shared().writeValueAsString(Map.of("type", "ready-to-buy", "callAt", wish)));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("errors").path(0).path("field").asString()).isEqualTo("callAt");
    }

    // ---- a person's data

    @Test
    void a_person_gets_all_that_is_held_and_the_trail_tells_who_looked_and_who_erased() {
        house.form("/forms/website", "email=subject%40example.com&name=Sub+Ject&consent=on&message=hello");
        LeadId id = house.idOf("subject@example.com");

        JsonNode held = json(house.operatorGet("/api/v1/leads/" + id + "/export"));
        assertThat(held.at("/lead/name").asString()).isEqualTo("Sub Ject");
        assertThat(held.at("/lead/consent/wording").asString()).startsWith("Nordlicht Solar may write");
        assertThat(held.at("/lead/consent/ip").asString()).isNotBlank();
        assertThat(held.at("/lead/attributes/message").asString()).isEqualTo("hello");
        assertThat(held.at("/firstCapturedAt").asString())
                .isEqualTo(held.at("/lastCapturedAt").asString());

        assertThat(house.send(house.request("/api/v1/leads/" + id, "Authorization", "Bearer " + House.KEY)
                                .DELETE())
                        .statusCode())
                .isEqualTo(204);

        assertThat(house.operatorGet("/api/v1/leads/" + id + "/export").statusCode())
                .isEqualTo(404);
        JsonNode entries = json(house.operatorGet("/api/v1/audit?leadId=" + id)).get("entries");
        assertThat(entries).extracting(entry -> entry.get("action").asString()).containsExactly("erased", "exported");
        assertThat(entries.get(0).get("who").asString()).isEqualTo("operator");
        assertThat(entries.get(0).get("from").asString()).isNotBlank();
        assertThat(entries.toString()).doesNotContain("subject@", "Sub Ject");
        assertThat(house.get("/api/v1/leads/" + id + "/export").statusCode()).isEqualTo(401);
        assertThat(house.get("/api/v1/audit").statusCode()).isEqualTo(401);
    }

    // ---- the ledger as a list

    @Test
    void a_list_of_an_earlier_system_is_honoured_from_day_one_and_goes_out_again() {
        LeadId here = captured("here@example.com");
        LeadId later = house.idOf("later@example.com");

        HttpResponse<String> answer =
                house.post("/api/v1/suppressions", "text/csv", """
                email;media
                Here@Example.com;
                later@example.com;email post
                nobody;
                here@example.com;pigeon
                """.getBytes(StandardCharsets.UTF_8));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(json(answer).get("forbidden").asInt()).isEqualTo(2);
        assertThat(json(answer).get("rejected").asInt()).isEqualTo(2);
        assertThat(json(answer).get("rejects").get(0).get("line").asInt()).isEqualTo(4);
        assertThat(ledger(here.value()).since()).hasSize(Medium.values().length);
        assertThat(ledger(later.value()).since()).containsOnlyKeys("EMAIL", "POST");
        assertThat(house.events(Topics.SIGNALS, here.value())).singleElement().isInstanceOf(Signal.Unsubscribed.class);

        captured("later@example.com");
        assertThat(ledger(later.value()).since()).as("a capture undoes nothing").containsOnlyKeys("EMAIL", "POST");

        HttpResponse<String> out = house.operatorGet("/api/v1/suppressions");
        assertThat(out.body().lines())
                .contains("lead,media,since,reason")
                .anyMatch(line -> line.startsWith(later + ",email post,2") && line.endsWith(",imported"));
        SuppressionDocument before = ledger(here.value());
        assertThat(house.post("/api/v1/suppressions", "text/csv", out.body().getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(200);
        assertThat(ledger(here.value())).isEqualTo(before);
    }

    @Test
    void a_list_of_stops_may_name_people_by_phone_or_address_with_since_when_and_why() {
        house.json("/api/v1/leads", "{\"phone\":\"030 555 0101\",\"name\":\"Cal\"}");
        house.json("/api/v1/leads", """
                {"name": "Dot Dell", "street": "Weg 7", "postalCode": "10115", "city": "Berlin", "country": "DE"}""");

        JsonNode answer = json(house.post("/api/v1/suppressions", "text/csv", """
                E-Mail,Phone,Name,Street,Postal Code,City,Country,Media,Since,Reason
                ,+49 30 5550101,,,,,,,2024-05-01,complained
                ,,dot  dell,Weg 7,10115,Berlin,DE,post,2024-05-02T10:00:00Z,bounced
                nobody,030 5550102,,,,,,,,
                ,call me,,,,,,,,
                ,030 5550103,,,,,,,soon,
                ,030 5550104,,,,,,,,a hunch
                ,,Dot Dell,,,,,,,
                """.replace("E-Mail", "email")
                .getBytes(StandardCharsets.UTF_8)));

        assertThat(answer.get("forbidden").asInt()).as(answer.toString()).isEqualTo(3);
        assertThat(answer.get("rejected").asInt()).isEqualTo(4);
        assertThat(answer.get("rejects")
                        .valueStream()
                        .map(each -> each.get("line").asInt() + " "
                                + each.get("why").asString().split(":", 2)[0]))
                .containsExactly("4 email", "5 phone", "6 since", "7 reason", "8 tells nobody");
        JsonNode cal = suppressionsOf(new Contact(null, null, "+49305550101", null, null, null, null, null));
        assertThat(cal).hasSize(Medium.values().length);
        assertThat(cal.get(0).get("reason").asString()).isEqualTo("complained");
        assertThat(cal.get(0).get("since").asString()).isEqualTo("2024-05-01T00:00:00Z");
        JsonNode dot = suppressionsOf(new Contact(
                "Dot Dell", null, null, new PostalAddress("Weg 7", "10115", "Berlin", "DE"), null, null, null, null));
        assertThat(dot).hasSize(1);
        assertThat(dot.get(0).get("medium").asString()).isEqualTo("post");
        assertThat(dot.get(0).get("reason").asString()).isEqualTo("bounced");
    }

    private static JsonNode suppressionsOf(Contact who) {
        LeadId lead = house.intake.getBean(Identity.class).of(who);
        return json(house.operatorGet("/api/v1/leads/" + lead)).get("suppressions");
    }

    @Test
    void the_ledger_tells_who_said_stop() {
        LeadId asked = captured("asked-to-stop@example.com");
        house.form(link(Link.Purpose.UNSUBSCRIBE, asked), "List-Unsubscribe=One-Click");
        LeadId told = captured("told-to-stop@example.com");
        house.json("/api/v1/leads/" + told + "/signals", "{\"type\":\"unsubscribed\",\"media\":[\"phone\"]}");
        house.json("/api/v1/leads/" + told + "/signals", "{\"type\":\"complained\"}");

        assertThat(reasonsOf(asked)).containsOnly("asked");
        assertThat(reasonsOf(told)).containsOnly("operator", "complained");
    }

    private static Set<String> reasonsOf(LeadId lead) {
        return json(house.operatorGet("/api/v1/leads/" + lead))
                .get("suppressions")
                .valueStream()
                .map(each -> each.get("reason").asString())
                .collect(java.util.stream.Collectors.toSet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mail\na@example.com", "email\n\"never closed"})
    void a_list_of_stops_that_cant_be_read_is_refused(String list) {
        assertProblem(
                house.post("/api/v1/suppressions", "text/csv", list.getBytes(StandardCharsets.UTF_8)), 400, "body");
        assertThat(house.get("/api/v1/suppressions").statusCode()).isEqualTo(401);
    }

    // ---- preferences

    @Test
    void what_a_lead_chose_is_in_its_export_which_tells_where_the_rest_is() {
        LeadId id = captured("chose@example.com");
        assertThat(exported(id).has("preferences")).as("it has not chosen").isFalse();

        house.json("/api/v1/leads/" + id + "/signals", """
                {"type": "preferences", "lessOften": true, "media": ["email"], "topics": ["law"]}""");
        house.json("/api/v1/leads/" + id + "/signals", "{\"type\":\"unsubscribed\",\"media\":[\"phone\"]}");

        Awaitility.await().untilAsserted(() -> {
            JsonNode chosen = exported(id).path("preferences");
            assertThat(chosen.path("lessOften").asBoolean()).isTrue();
            assertThat(chosen.at("/media/0").asString()).isEqualTo("email");
            assertThat(chosen.at("/topics/0").asString()).isEqualTo("law");
            assertThat(chosen.has("chosenAt")).isTrue();
        });
        assertThat(exported(id).at("/lead/suppressions/0/reason").asString()).isEqualTo("operator");
        assertThat(exported(id)
                        .get("elsewhere")
                        .valueStream()
                        .map(each -> each.get("at").asString()))
                .anyMatch(at -> at.contains("/api/v1/leads/" + id + "/timeline"));
    }

    private static JsonNode exported(LeadId id) {
        return json(house.operatorGet("/api/v1/leads/" + id + "/export"));
    }

    @Test
    void what_a_lead_prefers_is_a_signal_and_a_pause_another() {
        LeadId id = captured("choosy@example.com");
        String path = link(Link.Purpose.PREFERENCES, id);
        HttpResponse<String> page = house.get(path, "Accept-Language", "de");
        assertThat(page.body())
                .contains("<legend>Wie oft</legend>", "Gesetze und Förderung", "Alle Nachrichten abbestellen")
                .doesNotContain("<script");
        assertThat(house.events(Topics.SIGNALS, id.value())).isEmpty();

        assertThat(house.form(path, "often=less&media=email&media=post&topics=law&topics=moon&pause=3m")
                        .statusCode())
                .isEqualTo(200);

        List<Signal> said = house.events(Topics.SIGNALS, id.value());
        assertThat(said).hasSize(2);
        assertThat(said.getFirst()).isInstanceOfSatisfying(Signal.Preferred.class, wish -> {
            assertThat(wish.lessOften()).isTrue();
            assertThat(wish.media()).containsExactlyInAnyOrder(Medium.EMAIL, Medium.POST);
            assertThat(wish.topics()).containsExactly("law");
        });
        assertThat(said.getLast())
                .isInstanceOfSatisfying(
                        Signal.Paused.class,
                        pause -> assertThat(java.time.Duration.between(pause.at(), pause.until())
                                        .toDays())
                                .isBetween(88L, 93L));
        assertThat(ledger(id.value())).isNull();
    }

    @Test
    void the_page_shows_what_was_chosen_before_until_the_lead_is_forgotten() {
        LeadId id = captured("again@example.com");
        String path = link(Link.Purpose.PREFERENCES, id);
        assertThat(house.get(path).body())
                .contains("value=\"usual\" checked", "value=\"phone\" checked")
                .doesNotContain("value=\"end\"");

        house.form(path, "often=less&media=email&topics=law&pause=3m");

        Awaitility.await()
                .untilAsserted(() -> assertThat(
                                house.get(path, "Accept-Language", "fr").body())
                        .contains(
                                "value=\"less\" checked",
                                "value=\"email\" checked",
                                "value=\"law\" checked",
                                "value=\"end\"",
                                "Rien n’arrive avant le ")
                        .doesNotContain(
                                "value=\"usual\" checked", "value=\"phone\" checked", "value=\"market\" checked"));

        house.form(path, "often=less&media=email&topics=law&pause=end");
        Awaitility.await()
                .untilAsserted(() -> assertThat(house.get(path).body()).doesNotContain("value=\"end\""));

        house.send(house.request("/api/v1/leads/" + id, "Authorization", "Bearer " + House.KEY)
                .DELETE());
        Awaitility.await()
                .untilAsserted(() -> assertThat(house.get(path).body()).contains("value=\"usual\" checked"));
    }

    @Test
    void all_that_is_offered_is_no_wish() {
        LeadId id = captured("easy@example.com");

        house.form(
                link(Link.Purpose.PREFERENCES, id),
                "often=usual&media=email&media=post&media=phone&pause=end"
                        + "&topics=market&topics=law&topics=price&topics=product&topics=maintenance&topics=references");

        assertThat(house.events(Topics.SIGNALS, id.value()))
                .satisfiesExactly(
                        wish -> assertThat(wish).isInstanceOfSatisfying(Signal.Preferred.class, preferred -> {
                            assertThat(preferred.media()).isEmpty();
                            assertThat(preferred.topics()).isEmpty();
                        }),
                        end -> assertThat(end).isInstanceOf(Signal.Resumed.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "often=usual&pause=no",
                "often=never&media=email&topics=law&pause=no",
                "often=usual&often=less&media=email&topics=law&pause=no",
                "often=usual&media=pigeon&topics=law&pause=no",
                "often=usual&media=email&topics=law&pause=99y",
                "often=usual&media=email&topics=moon&pause=no",
                "often=usual&media=email&pause=no"
            })
    void a_choice_that_leaves_no_way_or_is_none_is_asked_for_again(String choice) {
        LeadId id = captured("unclear@example.com");

        HttpResponse<String> page = house.form(link(Link.Purpose.PREFERENCES, id), choice);

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("role=\"alert\"");
        assertThat(house.events(Topics.SIGNALS, id.value())).isEmpty();
    }

    @Test
    void stop_all_is_on_the_page_of_preferences_too() {
        LeadId id = captured("enough@example.com");

        assertThat(house.form(link(Link.Purpose.PREFERENCES, id), "stop=yes").statusCode())
                .isEqualTo(200);

        assertThat(ledger(id.value()).since()).hasSize(Medium.values().length);
    }

    // ---- double opt-in

    @Test
    void a_form_with_confirmation_marks_the_capture_until_the_button_is_pressed() {
        HttpResponse<String> form =
                house.form("/forms/roof-check", "email=opt-in%40example.com&consent=on&fax_number=");
        assertThat(form.statusCode()).isEqualTo(303);
        assertThat(house.get("/forms/roof-check/thank-you").body()).contains("open the link in it");
        LeadId id = house.idOf("opt-in@example.com");
        String path = link(Link.Purpose.CONFIRM, id);

        assertThat(house.get(path).body()).contains("<form method=\"post\">").contains("Yes, it was me");
        assertThat(house.events(Topics.SIGNALS, id.value())).isEmpty();
        assertThat(house.captures(id)).hasSize(1).allMatch(LeadEvent.Captured::waitsForConfirmation);

        assertThat(house.form(path, "confirm=yes").statusCode()).isEqualTo(200);
        assertThat(house.events(Topics.SIGNALS, id.value())).hasSize(1).first().isInstanceOf(Signal.Confirmed.class);
        LeadEvent.Captured last = house.captures(id).getLast();
        assertThat(last.waitsForConfirmation()).isFalse();
        assertThat(last.latest())
                .as("facts, not one more capture")
                .isEqualTo(house.captures(id).getFirst().at());

        JsonNode consent =
                json(house.operatorGet("/api/v1/leads/" + id + "/export")).at("/lead/consent");
        assertThat(consent.get("basis").asString()).isEqualTo("consent");
        assertThat(consent.get("version").asString()).hasSize(12);
        assertThat(consent.at("/confirmed/at").asString())
                .isEqualTo(((Signal.Confirmed)
                                house.events(Topics.SIGNALS, id.value()).getFirst())
                        .at()
                        .toString());
        assertThat(consent.at("/confirmed/ip").asString()).isEqualTo("127.0.0.1");
        assertThat(consent.at("/confirmed/touch").asString()).hasSize(32);

        house.json("/api/v1/leads", """
                {"email": "opt-in@example.com", "consent": {"wording": "Was at the fair.", "basis": "legitimate-interest"}}""");
        assertThat(json(house.operatorGet("/api/v1/leads/" + id)).get("consent"))
                .as("a proof is not given up for less")
                .isEqualTo(consent);

        house.form("/forms/roof-check", "email=opt-in%40example.com");
        assertThat(house.captures(id).getLast().waitsForConfirmation())
                .as("who has confirmed once is not asked again")
                .isFalse();
    }

    @Test
    void what_is_learned_of_a_lead_that_has_to_confirm_does_not_confirm_it() {
        house.form("/forms/roof-check", "email=unsure%40example.com");
        LeadId id = house.idOf("unsure@example.com");

        house.json("/api/v1/leads/" + id + "/signals", "{\"type\":\"conversation\",\"said\":\"Will think of it.\"}");

        assertThat(house.captures(id)).hasSize(2).allMatch(LeadEvent.Captured::waitsForConfirmation);
    }

    @Test
    void without_an_email_there_is_nothing_to_confirm() {
        assertProblem(house.form("/forms/roof-check", "phone=%2B4930123456"), 400, "email");
        assertProblem(house.json("/api/v1/leads", "{\"phone\":\"+4930123456\",\"confirm\":true}"), 400, "email");
        assertProblem(house.json("/api/v1/leads", "{\"email\":\"a@example.com\",\"confirm\":\"yes\"}"), 400, "confirm");
    }

    @Test
    void a_link_speaks_the_leads_language() {
        house.json("/api/v1/leads", "{\"email\":\"deutsch@example.com\",\"language\":\"de-AT\"}");

        HttpResponse<String> page =
                house.get(link(Link.Purpose.UNSUBSCRIBE, house.idOf("deutsch@example.com")), "Accept-Language", "es");

        assertThat(page.body()).contains("lang=\"de\"").contains("abbestellen");
    }

    @Test
    void a_bad_token_is_answered_alike_whatever_is_wrong_with_it() {
        LeadId id = captured("token@example.com");
        String path = link(Link.Purpose.UNSUBSCRIBE, id);
        String token = path.substring(3);
        int last = token.length() - 1;
        char other = token.charAt(10) == 'A' ? 'B' : 'A';
        String expected = house.get("/u/x").body();

        for (String bad : List.of(
                "/u/" + token.substring(0, 10) + other + token.substring(11),
                "/u/" + token.substring(0, last),
                "/u/" + token + "A",
                "/u/" + "A".repeat(4000),
                "/u/%00%ff",
                "/r/" + token)) {
            for (HttpResponse<String> answer : List.of(house.get(bad), house.form(bad, "List-Unsubscribe=One-Click"))) {
                assertThat(answer.statusCode()).as(bad).isIn(400, 404);
                if (answer.statusCode() == 404) {
                    assertThat(answer.body()).as(bad).isEqualTo(expected);
                }
            }
        }
        assertThat(house.events(Topics.SIGNALS, id.value())).isEmpty();
        assertThat(ledger(id.value())).isNull();
    }

    // ---- helpers

    private static LeadId captured(String email) {
        return new LeadId(leadId(house.json("/api/v1/leads", "{\"email\":\"" + email + "\"}")));
    }

    private static String link(Link.Purpose purpose, LeadId lead) {
        return house.at(house.links().addressOf(new Link(purpose, lead, TOUCH)));
    }

    private static Lead leadOf(String email) {
        return house.events(Topics.LEADS, house.idOf(email).value()).getLast().lead();
    }

    private static SuppressionDocument ledger(String lead) {
        return SuppressionDocument.in(house.intake.getBean(MongoClient.class))
                .find(com.mongodb.client.model.Filters.eq("_id", lead))
                .first();
    }

    private static String leadId(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return json(answer).get("leadId").asString();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    static void assertProblem(HttpResponse<String> answer, int status, String field) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(json(answer).path("errors").findValuesAsString("field"))
                .as(answer.body())
                .contains(field);
    }
}
