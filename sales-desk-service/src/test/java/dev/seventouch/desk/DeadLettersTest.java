package dev.seventouch.desk;

import static dev.seventouch.desk.Given.captured;
import static dev.seventouch.desk.Given.lead;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.seventouch.desk.House.Answer;
import dev.seventouch.desk.House.Browser;
import dev.seventouch.desk.deadletter.Place;
import dev.seventouch.desk.deadletter.Replay;
import dev.seventouch.desk.store.MongoReplays;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.wire.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What can't be read, as people see it and send it back. Each test has a topic or keys of its own. */
class DeadLettersTest {
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String API = "/api/v1/dead-letters";
    private static final String MARA = "{\"by\":\"Mara\"}";
    private static House house;

    @BeforeAll
    static void start(@TempDir Path directory) {
        house = new House(directory);
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    @Test
    void a_broken_record_is_seen_with_its_reason_and_comes_back_when_it_is_replayed_and_is_still_broken() {
        house.garbage("leads", "broken-key");
        JsonNode letter = awaited("leads", "broken-key", 1).getFirst();

        assertThat(letter.path("topic").asString()).isEqualTo("leads");
        assertThat(letter.path("partition").asInt()).isZero();
        assertThat(letter.path("reason").asString()).contains("touch.unheard-of");
        assertThat(letter.path("size").asInt()).isEqualTo("{\"type\":\"touch.unheard-of\"}".length());
        assertThat(letter.path("origin").asString()).matches("leads-\\d+-\\d+");
        assertThat(letter.path("standing").asString()).isEqualTo("set-aside");
        assertThat(Instant.parse(letter.path("setAsideAt").asString())).isBetween(NOW, Instant.now());
        JsonNode opened = house.get(at(letter)).json();
        assertThat(opened.path("value").path("text").asString()).isEqualTo("{\"type\":\"touch.unheard-of\"}");
        assertThat(opened.path("value").path("hex").asBoolean()).isFalse();

        assertThat(house.post(at(letter) + "/replay", MARA).status()).isEqualTo(200);

        List<JsonNode> both = awaited("leads", "broken-key", 2);
        assertThat(both.getFirst().path("origin")).isNotEqualTo(both.getLast().path("origin"));
        assertThat(both.getFirst().path("standing").asString()).isEqualTo("set-aside");
        assertThat(both.getLast().path("standing").asString()).isEqualTo("replayed");
        assertThat(both.getLast().path("replay").path("by").asString()).isEqualTo("Mara");
    }

    @Test
    void what_the_engine_could_not_decide_arrives_once_as_it_was_and_is_taken_in() {
        Lead ada = lead(1, "Ada");
        byte[] value = Topics.LEADS.encode(captured(ada, NOW));
        ProducerRecord<String, byte[]> dead = setAside("leads", ada.id().value(), value, "leads-3-900");
        dead.headers().add("ce_type", "lead.captured".getBytes(UTF_8)).add("odd", new byte[] {(byte) 0xff, 0});
        dead.headers().add("odd", null);
        house.putTogether(List.of(dead), true);
        JsonNode letter = awaited("leads", ada.id().value(), 1).getFirst();

        Answer answer = house.post(at(letter) + "/replay", MARA);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("standing").asString()).isEqualTo("replayed");
        await().atMost(SOON)
                .until(() ->
                        house.get("/api/v1/leads/" + ada.id() + "/timeline").status() == 200);
        assertThat(recordsOf("leads", ada.id().value())).singleElement().satisfies(record -> {
            assertThat(record.value()).isEqualTo(value);
            assertThat(record.headers().toArray())
                    .extracting(Header::key, Header::value)
                    .usingRecursiveComparison()
                    .isEqualTo(List.of(
                            tuple("ce_type", "lead.captured".getBytes(UTF_8)),
                            tuple("odd", new byte[] {(byte) 0xff, 0}),
                            tuple("odd", null),
                            tuple(
                                    "seventouch_replay",
                                    ("leads.dlt-0-" + letter.path("offset").asLong()).getBytes(UTF_8))));
        });
        assertThat(house.get("/actuator/prometheus").body())
                .contains("seventouch_desk_replays_total{answer=\"sent\",topic=\"leads\"}");
    }

    @Test
    void of_many_who_replay_the_same_record_at_once_one_does_and_the_others_are_told_who() throws Exception {
        // Two services set the same record aside; it is one record all the same.
        house.put(setAside("templates", "twice", "{".getBytes(UTF_8), "templates-0-70"));
        house.put(setAside("templates", "twice", "{".getBytes(UTF_8), "templates-0-70"));
        List<JsonNode> letters = awaited("templates", "twice", 2);
        List<Callable<Answer>> wishes = IntStream.range(0, 8)
                .<Callable<Answer>>mapToObj(n ->
                        () -> house.post(at(letters.get(n % 2)) + "/replay", "{\"by\":\"Rep " + n + "\"}"))
                .toList();

        List<Answer> answers = new ArrayList<>();
        try (ExecutorService together = Executors.newFixedThreadPool(wishes.size())) {
            for (Future<Answer> answer : together.invokeAll(wishes)) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).extracting(Answer::status).containsOnly(200, 409).containsOnlyOnce(200);
        assertThat(recordsOf("templates", "twice")).hasSize(1);
        Answer late = house.post(at(letters.getFirst()) + "/replay", MARA);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.header("content-type")).contains("application/problem+json");
        assertThat(late.json().path("detail").asString())
                .matches("It was replayed by Rep \\d at 20.+Z; nothing was sent.");
        assertThat(late.json().path("replay").path("by").asString()).startsWith("Rep ");
        assertThat(awaited("templates", "twice", 2))
                .allSatisfy(
                        letter -> assertThat(letter.path("standing").asString()).isEqualTo("replayed"));
    }

    @Test
    void a_replay_that_a_crash_left_in_doubt_goes_again_only_on_purpose() {
        house.put(setAside("cadences", "doubtful", "{".getBytes(UTF_8), "cadences-0-80"));
        JsonNode letter = awaited("cadences", "doubtful", 1).getFirst();
        Place place = new Place("cadences", 0, letter.path("offset").asLong());
        house.inStore(store -> new MongoReplays(store)
                .claim(List.of(new Replay("cadences-0-80", place, "Jon", Instant.now(), false))));
        String again = "{\"by\":\"Mara\",\"again\":true}";

        Answer early = house.post(at(letter) + "/replay", again);
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.json().path("detail").asString()).startsWith("It is being replayed by Jon");

        house.inStore(store -> {
            MongoReplays replays = new MongoReplays(store);
            replays.release(List.of("cadences-0-80"));
            replays.claim(List.of(new Replay("cadences-0-80", place, "Jon", NOW.minus(2, ChronoUnit.MINUTES), false)));
        });
        Answer usual = house.post(at(letter) + "/replay", MARA);
        assertThat(usual.status()).isEqualTo(409);
        assertThat(usual.json().path("detail").asString()).contains("by Jon").contains("\"again\": true");
        assertThat(house.post(API + "/cadences/replay", MARA)
                        .json()
                        .path("replayed")
                        .asInt())
                .isZero();
        assertThat(recordsOf("cadences", "doubtful")).isEmpty();

        assertThat(house.post(at(letter) + "/replay", again).status()).isEqualTo(200);
        assertThat(house.post(at(letter) + "/replay", again).status()).isEqualTo(409);
        assertThat(recordsOf("cadences", "doubtful")).hasSize(1);
    }

    @Test
    void all_of_a_topic_goes_the_oldest_first_each_record_once_and_a_thousand_at_most() {
        List<String> keys = IntStream.range(0, 1202).mapToObj(n -> "form-" + n).toList();
        for (int n = 0; n < keys.size(); n++) {
            house.put(setAside("forms", keys.get(n), ("v" + n).getBytes(UTF_8), "forms-0-" + n));
            if (n == 600) {
                house.put(setAside("forms", keys.get(n), ("v" + n).getBytes(UTF_8), "forms-0-" + n));
            }
        }

        JsonNode first = house.post(API + "/forms/replay", MARA).json();
        assertThat(first.path("replayed").asInt()).isEqualTo(1000);
        assertThat(first.path("more").asBoolean()).isTrue();
        JsonNode rest = house.post(API + "/forms/replay", MARA).json();
        assertThat(rest.path("replayed").asInt()).isEqualTo(202);
        assertThat(rest.path("more").asBoolean()).isFalse();
        assertThat(house.post(API + "/forms/replay", MARA)
                        .json()
                        .path("replayed")
                        .asInt())
                .isZero();
        assertThat(house.records("forms")).extracting(ConsumerRecord::key).containsExactlyElementsOf(keys);
    }

    @Test
    void pages_go_from_the_newest_to_the_oldest_past_marks_of_transactions_and_what_was_not_committed() {
        List<String> expected = new ArrayList<>();
        for (int n = 0; n < 12; n++) {
            ProducerRecord<String, byte[]> dead = setAside("library", "page-" + n, new byte[n], "library-0-" + n);
            if (n % 3 == 0) {
                house.put(dead);
            } else {
                house.putTogether(List.of(dead), true);
            }
            expected.addFirst("page-" + n);
        }
        house.putTogether(List.of(setAside("library", "page-none", new byte[0], "library-0-99")), false);
        awaited("library", "page-11", 1);

        List<String> seen = new ArrayList<>();
        String path = API + "?topic=library&limit=5";
        while (path != null) {
            JsonNode page = house.get(path).json();
            assertThat(page.path("deadLetters").size()).isBetween(1, 5);
            page.path("deadLetters")
                    .forEach(letter -> seen.add(letter.path("key").asString()));
            path = page.has("next") ? page.path("next").asString() : null;
        }
        assertThat(seen).isEqualTo(expected);
        assertThat(letters(API + "?limit=200"))
                .extracting(it -> it.path("key").asString(""))
                .containsAll(expected);
    }

    @Test
    void an_erased_leads_dead_letters_are_out_of_sight_and_stay_when_the_lead_comes_back() {
        Lead gina = lead(7, "Gina");
        String key = gina.id().value();
        house.put(setAside("signals", key, "Gina said something".getBytes(UTF_8), "signals-0-50"));
        JsonNode letter = awaited("signals", key, 1).getFirst();
        house.erase(key);

        await().atMost(SOON)
                .until(() -> house.get(at(letter)).json().at("/letter/standing").asString(), "erased"::equals);
        Answer hidden = house.get(at(letter));
        assertThat(hidden.status()).isEqualTo(200);
        assertThat(hidden.body()).doesNotContain("Gina").doesNotContain(key);
        assertThat(house.get(API + "?topic=signals").body()).doesNotContain(key);
        Answer refused = house.post(at(letter) + "/replay", MARA);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("detail").asString()).contains("erased");
        Browser mara = signedIn();
        assertThat(mara.get("/dead-letters/" + placeOf(letter)).body()).doesNotContain("said something");

        house.say(Topics.LEADS, captured(gina, NOW));
        await().atMost(SOON)
                .until(() -> house.get("/api/v1/leads/" + key + "/timeline").status() == 200);
        house.put(setAside("signals", key, "new words".getBytes(UTF_8), "signals-0-51"));
        JsonNode fresh = awaited("signals", key, 1).getFirst();
        assertThat(fresh.path("standing").asString()).isEqualTo("set-aside");
        assertThat(house.get(at(letter)).body()).doesNotContain("Gina").contains("erased");
        assertThat(house.post(API + "/signals/replay", MARA)
                        .json()
                        .path("replayed")
                        .asInt())
                .isGreaterThanOrEqualTo(1);
        assertThat(recordsOf("signals", key))
                .singleElement()
                .satisfies(record -> assertThat(record.value()).asString().isEqualTo("new words"));
    }

    @Test
    void what_is_not_there_and_what_makes_no_sense_is_told_so() {
        for (String path : List.of(
                "/nonsense/0/0",
                "/leads/0/999999",
                "/leads/7/0",
                "/leads/x/0",
                "/leads/0/-1",
                "/leads/99999999999/0")) {
            Answer answer = house.get(API + path);
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.json().path("detail").asString()).as(path).startsWith("There is no ");
            assertThat(house.post(API + path + "/replay", MARA).status())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(house.get(API + "?topic=nonsense").json().path("detail").asString())
                .contains("one of leads, signals");
        assertThat(house.get(API + "?limit=201").status()).isEqualTo(400);
        assertThat(house.get(API + "?after=nonsense").body()).contains("\"after\"");
        assertThat(house.post(API + "/leads/0/0/replay", "{}").body()).contains("\"by\"");
        assertThat(house.post(API + "/leads/replay", "{\"by\":\"\"}").status()).isEqualTo(400);
        assertThat(house.stranger("GET", API).status()).isEqualTo(401);
        assertThat(house.stranger("POST", API + "/leads/replay").status()).isEqualTo(401);
    }

    @Test
    void a_rep_judges_and_replays_on_pages_and_markup_stays_text() {
        String nasty = "<script>alert(1)</script>\u0000\"'><img src=x onerror=alert(2)>";
        ProducerRecord<String, byte[]> dead =
                setAside("schedule", nasty, (nasty + "\n").getBytes(UTF_8), "schedule-0-60");
        dead.headers().add(nasty, nasty.getBytes(UTF_8));
        house.put(dead);
        house.put(setAside("schedule", "binary", new byte[] {(byte) 0xff, 0}, "schedule-0-61"));
        String path = "/dead-letters/" + placeOf(awaited("schedule", nasty, 1).getFirst());
        awaited("schedule", "binary", 1);
        Browser mara = signedIn();

        Document list = mara.get("/dead-letters?topic=schedule").page();
        assertThat(list.select("nav a[aria-current=page]").eachText()).containsExactly("Dead letters");
        assertThat(list.select(".lead h2 a").eachAttr("href")).contains(path);
        assertThat(list.select(".badge").eachText()).contains("Set aside");
        assertThat(list.select("option[selected]").eachText()).containsExactly("schedule");
        Document page = mara.get(path).page();
        assertThat(page.select(".notice").text()).startsWith("schedule keeps the latest of each key.");
        assertThat(mara.get("/dead-letters/schedule/replay").page().select(".notice"))
                .hasSize(1);
        assertThat(mara.get("/dead-letters/signals/replay").page().select(".notice"))
                .isEmpty();
        assertThat(page.select("pre").text()).startsWith("<script>alert(1)</script>␀\"'><img");
        for (Document each : List.of(list, page)) {
            assertThat(each.select("main script, main img, [onerror]")).isEmpty();
        }
        String binary = placeOf(awaited("schedule", "binary", 1).getFirst());
        assertThat(mara.get("/dead-letters/" + binary).page().select("pre").text())
                .isEqualTo("ff 00");

        assertThat(mara.submit(path + "/replay", Map.of()).status()).isEqualTo(403);
        assertThat(recordsOf("schedule", nasty)).isEmpty();
        Map<String, String> form = Map.of(
                "_csrf",
                page.selectFirst("form[action=" + path + "/replay] input").val());
        Answer done = mara.submit(path + "/replay", form);
        assertThat(done.status()).isEqualTo(303);
        assertThat(done.header("location")).isEqualTo(path + "?noted");
        assertThat(mara.submit(path + "/replay", form).header("location")).isEqualTo(path + "?late");
        Document late = mara.get(path + "?late").page();
        assertThat(late.select("[role=status]").text()).isEqualTo("Nothing was sent; below is why.");
        assertThat(late.select(".facts").text()).contains("Replayed by Mara Holm, ");
        assertThat(late.select("form.step")).isEmpty();
        assertThat(recordsOf("schedule", nasty)).hasSize(1);

        Document ask = mara.get("/dead-letters/schedule/replay").page();
        assertThat(ask.select("h1").text()).isEqualTo("Replay all of schedule?");
        Answer all = mara.submit(ask.selectFirst("form.step").attr("action"), form);
        assertThat(all.status()).isEqualTo(303);
        assertThat(mara.get(all.header("location"))
                        .page()
                        .select("[role=status]")
                        .text())
                .endsWith("replayed.");
        assertThat(recordsOf("schedule", "binary")).hasSize(1);
        assertThat(mara.get("/dead-letters/leads/0/999999").status()).isEqualTo(404);
        assertThat(mara.get("/dead-letters/nonsense/replay").status()).isEqualTo(404);
        assertThat(house.browser().get("/dead-letters").status()).isEqualTo(302);
    }

    @Test
    void without_kafka_pages_and_api_say_so(@TempDir Path directory) {
        House lonely = new House(directory);
        try {
            Browser mara = lonely.browser();
            mara.signIn(House.KEY);
            lonely.stopKafka();

            Answer answer = lonely.get(API);
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("retry-after")).isEqualTo("5");
            assertThat(answer.json().path("detail").asString()).startsWith("Kafka did not answer");
            assertThat(lonely.get("/actuator/prometheus").body())
                    .contains("seventouch_desk_dead_letter_reads_seconds_count{answer=\"away\"} 1");
            Answer page = mara.get("/dead-letters");
            assertThat(page.status()).isEqualTo(503);
            assertThat(page.page().select("h1").text()).isEqualTo("The dead letters can't be reached");
        } finally {
            lonely.close();
        }
    }

    private static ProducerRecord<String, byte[]> setAside(String topic, String key, byte[] value, String origin) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic + ".dlt", key, value);
        record.headers()
                .add("seventouch_reason", "the engine could not decide: it was tired".getBytes(UTF_8))
                .add("seventouch_position", origin.getBytes(UTF_8));
        return record;
    }

    /** The newest first, once there are as many. */
    private static List<JsonNode> awaited(String topic, String key, int number) {
        return await().atMost(SOON)
                .until(
                        () -> letters(API + "?limit=200&topic=" + topic).stream()
                                .filter(it -> it.path("key").asString("").equals(key))
                                .toList(),
                        found -> found.size() == number);
    }

    private static List<JsonNode> letters(String path) {
        return house.get(path).json().path("deadLetters").valueStream().toList();
    }

    private static String placeOf(JsonNode letter) {
        return letter.path("topic").asString() + "/" + letter.path("partition").asInt() + "/"
                + letter.path("offset").asLong();
    }

    private static String at(JsonNode letter) {
        return API + "/" + placeOf(letter);
    }

    private static List<ConsumerRecord<String, byte[]>> recordsOf(String topic, String key) {
        return house.records(topic).stream()
                .filter(record -> key.equals(record.key()))
                .filter(record -> record.value() != null && record.headers().lastHeader("seventouch_replay") != null)
                .toList();
    }

    private static Browser signedIn() {
        Browser browser = house.browser();
        assertThat(browser.signIn(House.KEY).status()).isEqualTo(303);
        return browser;
    }
}
