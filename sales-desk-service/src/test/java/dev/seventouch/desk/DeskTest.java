package dev.seventouch.desk;

import static dev.seventouch.desk.Given.captured;
import static dev.seventouch.desk.Given.due;
import static dev.seventouch.desk.Given.errand;
import static dev.seventouch.desk.Given.lead;
import static dev.seventouch.desk.Given.leadId;
import static dev.seventouch.desk.Given.planned;
import static dev.seventouch.desk.Given.touch;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.seventouch.desk.House.Answer;
import dev.seventouch.desk.House.Browser;
import dev.seventouch.events.lead.Contact;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.PostalAddress;
import dev.seventouch.events.outcome.TouchOutcome;
import dev.seventouch.events.schedule.ScheduleEvent;
import dev.seventouch.events.signal.Signal;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.Recipient;
import dev.seventouch.events.touch.TouchEvent;
import dev.seventouch.events.touch.TouchId;
import dev.seventouch.events.wire.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The desk as it runs: events in, tasks, timelines and pages out. Each test has a lead of its own. */
class DeskTest {
    private static final Instant NOW = Instant.now();
    private static final Duration SOON = Duration.ofSeconds(60);
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
    void a_touch_for_a_person_becomes_a_task_and_says_so_and_is_answered_the_same_when_it_comes_again() {
        TouchEvent.Due call = listedCall(lead(1, "Ada Lovelace"));

        JsonNode task = task(call);
        assertThat(task.path("lead").path("name").asString()).isEqualTo("Ada Lovelace");
        assertThat(task.path("lead").path("phone").asString()).isEqualTo("+49301234561");
        assertThat(task.path("lead").path("company").asString()).isEqualTo("Acme 1");
        assertThat(task.path("channel").asString()).isEqualTo("call");
        assertThat(task.path("say").asString()).isEqualTo("Ask what prompted the enquiry");
        assertThat(task.path("minutes").asInt()).isEqualTo(3);
        assertThat(task.path("reason").asString()).isEqualTo("they asked");
        assertThat(task.path("urgent").asBoolean()).isFalse();
        assertThat(task.path("state").asString()).isEqualTo("open");

        house.say(Topics.TOUCHES, call);
        await().atMost(SOON).untilAsserted(() -> assertThat(outcomesOf(call)).hasSize(2));
        assertThat(outcomesOf(call).stream().distinct()).singleElement().satisfies(outcome -> {
            assertThat(outcome).isInstanceOf(TouchOutcome.HandedOver.class);
            assertThat(((TouchOutcome.HandedOver) outcome).receipt()).isEqualTo("on the list");
        });
        assertThat(tasksOf(call)).hasSize(1);
    }

    @Test
    void a_touch_for_a_machine_or_past_its_expiry_becomes_no_task() {
        Lead bob = lead(2, "Bob");
        TouchEvent.Due mail = due(bob, "welcome", 1, Channel.EMAIL, NOW);
        TouchEvent.Due stale = due(bob, "old-call", 1, Channel.CALL, NOW.minus(Duration.ofDays(11)));
        TouchEvent.Due fresh = due(bob, "call", 1, Channel.CALL, NOW);
        house.say(Topics.TOUCHES, mail);
        house.say(Topics.TOUCHES, stale);
        house.say(Topics.TOUCHES, fresh);

        await().atMost(SOON).untilAsserted(() -> assertThat(tasksOf(fresh)).hasSize(1));
        assertThat(house.get("/api/v1/tasks/" + mail.touch().id()).status()).isEqualTo(404);
        assertThat(house.get("/api/v1/tasks/" + stale.touch().id()).status()).isEqualTo(404);
        assertThat(outcomesOf(mail)).isEmpty();
        assertThat(outcomesOf(stale)).isEmpty();
    }

    @Test
    void completing_publishes_the_answer_once_however_often_it_is_sent() {
        TouchEvent.Due call = listedCall(lead(3, "Cleo"));
        String path = "/api/v1/tasks/" + call.touch().id() + "/complete";

        Answer first = house.post(path, "{\"by\":\"Mara\",\"answer\":\"wants-offer\"}");
        Answer again = house.post(path, "{\"by\":\"Jon\",\"answer\":\"no-answer\"}");

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.json().path("state").asString()).isEqualTo("done");
        assertThat(first.json().path("answer").asString()).isEqualTo("wants-offer");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(outcomesOf(call))
                .filteredOn(TouchOutcome.Completed.class::isInstance)
                .singleElement()
                .satisfies(outcome -> {
                    assertThat(((TouchOutcome.Completed) outcome).by()).isEqualTo("Mara");
                    assertThat(((TouchOutcome.Completed) outcome).answer()).isEqualTo("wants-offer");
                });
        assertThat(tasksOf(call)).isEmpty();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(touches(timeline(call.lead())))
                        .singleElement()
                        .satisfies(line -> {
                            assertThat(line.path("status").asString()).isEqualTo("completed");
                            assertThat(line.path("by").asString()).isEqualTo("Mara");
                        }));
    }

    @Test
    void a_wrong_answer_and_an_unknown_task_are_the_clients_mistake() {
        TouchEvent.Due call = listedCall(lead(4, "Dora"));
        String path = "/api/v1/tasks/" + call.touch().id() + "/complete";

        Answer bad = house.post(path, "{\"by\":\"\",\"answer\":\"maybe\"}");
        assertThat(bad.status()).isEqualTo(400);
        assertThat(bad.header("content-type")).contains("application/problem+json");
        assertThat(bad.body()).contains("\"by\"").contains("no-answer").contains("wants-offer");
        assertThat(house.post(path, "nonsense").status()).isEqualTo(400);
        assertThat(house.post(path, "[]").status()).isEqualTo(400);
        assertThat(house.post("/api/v1/tasks/" + "0".repeat(32) + "/complete", "{\"by\":\"a\",\"answer\":\"done\"}")
                        .status())
                .isEqualTo(404);
        assertThat(house.get("/api/v1/tasks/x").status()).isEqualTo(404);
        assertThat(house.get("/api/v1/tasks?state=maybe").status()).isEqualTo(400);
        assertThat(house.get("/api/v1/tasks?limit=0").status()).isEqualTo(400);
        assertThat(house.get("/api/v1/tasks?limit=100000").status()).isEqualTo(400);
        assertThat(house.get("/api/v1/tasks?leadId=x").status()).isEqualTo(400);
        assertThat(house.get("/api/v1/tasks?=1").body()).contains("\"field\":\"parameters\"", "\"status\":400");
        assertThat(house.get("/api/v1/leads/x/timeline").status()).isEqualTo(400);
        assertThat(house.get("/api/v1/leads/" + "0".repeat(26) + "/timeline").status())
                .isEqualTo(404);
        assertThat(tasksOf(call)).hasSize(1);
    }

    @Test
    void ready_to_buy_comes_first_and_stays_when_the_lead_says_stop_and_the_rest_is_closed() {
        Lead eve = lead(5, "Eve");
        TouchEvent.Due ordinary = listedCall(eve);
        TouchEvent.Due urgent = due(eve, "ready-to-buy", 1, Channel.CALL, Recipient.OWNER, 1, NOW);
        house.say(Topics.SIGNALS, new Signal.ReadyToBuy(eve.id(), null, NOW));
        house.say(Topics.FIRST_TOUCHES, urgent);

        await().atMost(SOON).untilAsserted(() -> assertThat(tasksOf(urgent)).hasSize(2));
        assertThat(tasksOf(urgent).get(0).path("id").asString())
                .isEqualTo(urgent.touch().id().value());
        assertThat(house.get("/api/v1/tasks?limit=1")
                        .json()
                        .path("tasks")
                        .path(0)
                        .path("urgent")
                        .asBoolean())
                .isTrue();
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(timeline(eve).path("state").asString()).isEqualTo("ready-to-buy"));

        house.say(Topics.SIGNALS, Signal.Unsubscribed.fromAll(eve.id(), null, NOW.plusSeconds(5)));
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(tasksOf(urgent)).hasSize(1);
            assertThat(task(ordinary).path("state").asString()).isEqualTo("closed");
            assertThat(task(ordinary).path("closedWhy").asString()).isEqualTo("the lead said stop");
        });
        assertThat(task(urgent).path("state").asString()).isEqualTo("open");
        assertThat(timeline(eve).path("state").asString()).isEqualTo("unsubscribed");
    }

    @Test
    void the_timeline_shows_each_touch_once_the_newest_first_with_what_comes_next() {
        Lead finn = lead(6, "Finn");
        TouchEvent.Due welcome = due(finn, "welcome", 1, Channel.EMAIL, NOW);
        TouchEvent.Due letter = due(finn, "letter", 1, Channel.LETTER, NOW.plusSeconds(60));
        house.say(Topics.LEADS, captured(finn, NOW.minusSeconds(1)));
        house.say(Topics.FIRST_TOUCHES, welcome);
        house.say(Topics.OUTCOMES, new TouchOutcome.HandedOver(welcome.touch(), "250 ok", NOW.plusSeconds(1)));
        house.say(Topics.OUTCOMES, new TouchOutcome.HandedOver(welcome.touch(), "250 ok", NOW.plusSeconds(1)));
        house.say(Topics.SIGNALS, new Signal.Clicked(finn.id(), welcome.touch().id(), "rates", NOW.plusSeconds(30)));
        house.say(Topics.TOUCHES, letter);
        house.say(
                Topics.SCHEDULE,
                new ScheduleEvent.Planned(
                        finn.id(),
                        touch(finn.id(), "intro-call", 1, Channel.CALL),
                        NOW.plusSeconds(86_400),
                        "one day after the welcome",
                        null,
                        NOW));

        await().atMost(SOON).untilAsserted(() -> {
            JsonNode timeline = timeline(finn);
            assertThat(timeline.path("entries")
                            .valueStream()
                            .map(line -> line.path("kind").asString()))
                    .containsExactly("touch", "signal", "touch", "capture");
            assertThat(timeline.path("next").path("step").asString()).isEqualTo("intro-call");
        });
        JsonNode timeline = timeline(finn);
        assertThat(timeline.path("state").asString()).isEqualTo("active");
        assertThat(timeline.path("touches").asInt()).isEqualTo(1);
        assertThat(timeline.path("next").path("why").asString()).isEqualTo("one day after the welcome");
        JsonNode sent = timeline.path("entries").path(2);
        assertThat(sent.path("touch").asString()).isEqualTo(welcome.touch().id().value());
        assertThat(sent.path("status").asString()).isEqualTo("handed-over");
        assertThat(sent.path("step").asString()).isEqualTo("welcome");
        assertThat(sent.path("occurrence").asInt()).isEqualTo(1);
        assertThat(sent.path("channel").asString()).isEqualTo("email");
        assertThat(sent.path("content").asString()).isEqualTo("template:welcome");

        JsonNode page =
                house.get("/api/v1/leads/" + finn.id() + "/timeline?limit=3").json();
        assertThat(page.path("entries")).hasSize(3);
        assertThat(house.get(page.path("older").asString()).json().path("entries"))
                .hasSize(1);
    }

    @Test
    void an_erased_lead_is_gone_from_everywhere_also_when_a_late_touch_comes() {
        Lead gina = lead(7, "Gina");
        TouchEvent.Due call = listedCall(gina);
        house.erase(gina.id().value());
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(house.get("/api/v1/leads/" + gina.id() + "/timeline")
                                .status())
                        .isEqualTo(404));

        TouchEvent.Due late = due(gina, "late-call", 1, Channel.CALL, NOW);
        house.say(Topics.TOUCHES, late);
        // Another lead on the same partition is read after it.
        Lead neighbour = neighbourOf(gina);
        listedCall(neighbour);
        assertThat(house.get("/api/v1/tasks/" + late.touch().id()).status()).isEqualTo(404);
        assertThat(outcomesOf(late)).isEmpty();
        assertThat(tasksOf(call)).isEmpty();
        assertThat(house.get("/api/v1/tasks/" + call.touch().id()).status()).isEqualTo(404);
        Browser mara = signedIn();
        assertThat(mara.get("/").body()).doesNotContain("Gina");
        assertThat(mara.get("/leads/" + gina.id()).status()).isEqualTo(404);
    }

    @Test
    void what_cannot_be_read_is_set_aside_and_the_rest_goes_on() {
        Lead ida = lead(9, "Ida");
        house.say(Topics.TOUCHES, due(ida, "call", 1, Channel.CALL, NOW));
        house.garbage(Topics.TOUCHES.name(), ida.id().value());
        TouchEvent.Due visit = due(ida, "visit", 1, Channel.VISIT, NOW);
        house.say(Topics.TOUCHES, visit);

        await().atMost(SOON).untilAsserted(() -> assertThat(tasksOf(visit)).hasSize(2));
    }

    @Test
    void the_pages_need_a_sign_in_and_a_strangers_form_is_refused() {
        Browser mara = house.browser();
        Answer door = mara.get("/");
        assertThat(door.status()).isEqualTo(302);
        assertThat(door.header("location")).endsWith("/sign-in");
        assertThat(mara.signIn("not-the-key-at-all-no").header("location")).endsWith("/sign-in?refused");
        assertThat(mara.get("/").status()).isEqualTo(302);

        Answer in = mara.signIn(House.KEY);
        assertThat(in.status()).isEqualTo(303);
        assertThat(in.header("set-cookie"))
                .contains("seventouch-desk=")
                .contains("HttpOnly")
                .contains("SameSite=Strict");
        Answer desk = mara.get("/");
        assertThat(desk.status()).isEqualTo(200);
        assertThat(desk.header("content-security-policy")).contains("default-src 'none'");
        assertThat(desk.page().text()).contains("Mara Holm");

        assertThat(mara.submit("/sign-out", Map.of()).status()).isEqualTo(403);
        String token = desk.page().selectFirst("input[name=_csrf]").val();
        assertThat(mara.submit("/sign-out", Map.of("_csrf", token)).status()).isEqualTo(303);
        assertThat(mara.get("/").status()).isEqualTo(302);
        assertThat(house.stranger("GET", "/api/v1/tasks").status()).isEqualTo(401);
        assertThat(house.stranger("POST", "/tasks/" + "0".repeat(32) + "/complete")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_session_opens_no_api_and_the_key_in_a_header_opens_no_page() {
        Browser mara = signedIn();
        assertThat(mara.get("/api/v1/tasks").status()).isEqualTo(401);
        assertThat(house.get("/").status()).isEqualTo(302);
    }

    @Test
    void a_task_is_completed_from_the_page_and_only_with_its_token() {
        TouchEvent.Due call = listedCall(lead(10, "Jana"));
        Browser mara = signedIn();
        Document page = mara.get("/leads/" + call.lead().id()).page();
        String path = "/tasks/" + call.touch().id() + "/complete";
        assertThat(page.selectFirst("form[action=" + path + "]")).isNotNull();

        assertThat(mara.submit(path, Map.of("answer", "reached")).status()).isEqualTo(403);
        assertThat(task(call).path("state").asString()).isEqualTo("open");

        String token = page.selectFirst("input[name=_csrf]").val();
        assertThat(mara.submit(path, Map.of("_csrf", token, "answer", "maybe")).status())
                .isEqualTo(400);
        Answer done = mara.submit(path, Map.of("_csrf", token, "answer", "reached", "from", "lead"));
        assertThat(done.status()).isEqualTo(303);
        assertThat(done.header("location")).isEqualTo("/leads/" + call.lead().id() + "?noted");
        assertThat(task(call).path("by").asString()).isEqualTo("Mara Holm");
        assertThat(mara.get("/leads/" + call.lead().id() + "?noted").page().text())
                .contains("Noted.");
    }

    @Test
    void markup_in_what_a_lead_wrote_is_shown_as_text() {
        String nasty = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";
        TouchEvent.Due call = listedCall(lead(11, nasty));
        house.say(Topics.LEADS, captured(call.lead(), NOW));
        Browser mara = signedIn();

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                mara.get("/leads").page().select(".lead h2").eachText())
                        .contains(nasty));
        for (String path :
                List.of("/", "/tasks", "/leads", "/leads/" + call.lead().id())) {
            Document page = mara.get(path).page();
            assertThat(page.select("h1, h2, h3").eachText()).as(path).contains(nasty);
            assertThat(page.select("main script, main img, [onerror]")).as(path).isEmpty();
        }
    }

    @Test
    void looking_changes_nothing() {
        TouchEvent.Due call = listedCall(lead(12, "Kim"));
        Browser mara = signedIn();
        int before = outcomesOf(call).size();
        for (String path : List.of(
                "/",
                "/tasks",
                "/leads",
                "/library",
                "/leads/" + call.lead().id(),
                "/tasks/" + call.touch().id() + "/complete?answer=reached",
                "/sign-out")) {
            mara.get(path);
        }
        house.get("/api/v1/tasks/" + call.touch().id() + "/complete");

        assertThat(mara.get("/").status()).isEqualTo(200);
        assertThat(task(call).path("state").asString()).isEqualTo("open");
        assertThat(outcomesOf(call)).hasSize(before);
    }

    @Test
    void the_desk_warns_before_the_library_runs_dry_and_says_for_whom_and_what_to_add() {
        Lead lou = lead(13, "Lou <b>Reed</b>");
        Lead max = lead(14, "Max");
        Lead ned = lead(15, "Ned");
        Lead ole = lead(16, "Ole");
        Instant soon = NOW.plus(Duration.ofDays(9));
        Instant later = NOW.plus(Duration.ofDays(45));
        Browser mara = signedIn();
        assertThat(mara.get("/").page().select(".dry")).isEmpty();
        assertThat(mara.get("/library").page().text()).contains("something new for every lead for the next 60 days");

        for (Lead lead : List.of(lou, max, ned, ole)) {
            house.say(Topics.LEADS, captured(lead, NOW));
        }
        house.say(Topics.SCHEDULE, planned(lou.id(), "first-year", 3, Channel.EMAIL, later, NOW));
        house.say(Topics.SCHEDULE, planned(max.id(), "first-year", 5, Channel.EMAIL, soon, NOW));
        house.say(Topics.SCHEDULE, planned(ned.id(), "later", 1, Channel.CARD, later.plusSeconds(60), NOW));
        house.say(Topics.SCHEDULE, planned(ole.id(), "later", 1, Channel.CARD, NOW.plus(Duration.ofDays(90)), NOW));

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(forecast().path("leads").asInt()).isEqualTo(3));
        JsonNode forecast = forecast();
        assertThat(forecast.path("within").asInt()).isEqualTo(60);
        assertThat(Instant.parse(forecast.path("from").asString())).isEqualTo(soon.truncatedTo(ChronoUnit.MILLIS));
        assertThat(forecast.path("by")).hasSize(2);
        assertThat(forecast.path("by").path(0).path("step").asString()).isEqualTo("first-year");
        assertThat(forecast.path("by").path(0).path("channel").asString()).isEqualTo("email");
        assertThat(forecast.path("by").path(0).path("leads").asInt()).isEqualTo(2);
        assertThat(forecast.path("by").path(1).path("channel").asString()).isEqualTo("card");
        assertThat(house.stranger("GET", "/api/v1/library-forecast").status()).isEqualTo(401);

        Document desk = mara.get("/").page();
        assertThat(desk.select("section.dry[aria-labelledby] h2")).hasSize(1);
        assertThat(desk.select(".dry").text())
                .contains("3 leads run out of content within 60 days, the first on " + dayOf(soon))
                .contains("Add items for email: 2 leads have nothing new at step first-year from " + dayOf(soon))
                .contains("Add items for card: 1 lead has nothing new at step later from " + dayOf(later));
        assertThat(desk.selectFirst(".dry a").attr("href")).isEqualTo("/library");
        Document library = mara.get("/library").page();
        assertThat(library.select(".lead h3").eachText()).containsExactly("Max", "Lou <b>Reed</b>", "Ned");
        assertThat(library.select("main b")).isEmpty();
        assertThat(library.select("nav a[aria-current=page]").eachText()).containsExactly("Library");
        assertThat(mara.get("/leads/" + max.id()).page().select(".facts").text())
                .contains("Library dry from");

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(house.get("/actuator/prometheus").body())
                                .contains("seventouch_desk_library_dry_leads 1.0"));

        house.say(Topics.SCHEDULE, planned(max.id(), "first-year", 5, Channel.EMAIL, null, NOW.plusSeconds(1)));
        house.say(Topics.SCHEDULE, new ScheduleEvent.Ended(ned.id(), "unconfirmed", NOW.plusSeconds(1)));
        house.erase(lou.id().value());
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(forecast().path("leads").asInt()).isZero();
            assertThat(forecast().has("from")).isFalse();
        });
        assertThat(mara.get("/leads/" + ned.id()).page().text())
                .contains("None planned: the lead did not confirm the sign-up")
                .contains("automatic touches ended: the lead did not confirm the sign-up");
    }

    @Test
    void the_library_page_goes_on_page_by_page_over_days_the_soonest_first() {
        List<String> expected = new ArrayList<>();
        for (int n = 0; n < 35; n++) {
            Lead lead = lead(100 + n, "Lead " + n);
            house.say(Topics.LEADS, captured(lead, NOW));
            house.say(
                    Topics.SCHEDULE,
                    planned(lead.id(), "first-year", 1, Channel.LETTER, NOW.plus(Duration.ofHours(40 + 7L * n)), NOW));
            expected.add("Lead " + n);
        }
        await().atMost(SOON).untilAsserted(() -> assertThat(lettersLacking()).isEqualTo(35));

        Browser mara = signedIn();
        List<String> seen = new ArrayList<>();
        String path = "/library";
        do {
            Document page = mara.get(path).page();
            page.select(".lead").stream()
                    .filter(row -> row.text().contains(", letter, step first-year"))
                    .forEach(row -> seen.add(row.select("h3").text()));
            Element more = page.selectFirst(".more a[href^=/library?after=]");
            path = more == null ? null : more.attr("href");
        } while (path != null);
        assertThat(seen).isEqualTo(expected);
        assertThat(mara.get("/library?after=%3Cscript%3E").status()).isEqualTo(200);

        for (int n = 0; n < 35; n++) {
            house.say(Topics.SCHEDULE, new ScheduleEvent.Ended(leadId(100 + n), "stopped", NOW.plusSeconds(1)));
        }
        await().atMost(SOON).untilAsserted(() -> assertThat(lettersLacking()).isZero());
    }

    @Test
    void an_errand_is_shown_in_words_and_only_ready_to_buy_is_urgent() {
        Lead pia = lead(17, "Pia");
        TouchEvent.Due reply = errand(pia, "reply", Channel.CALL, NOW);
        TouchEvent.Due agreed = errand(pia, "agreed", Channel.VISIT, NOW);
        TouchEvent.Due alert = errand(pia, "ready-to-buy-alert", Channel.EMAIL, NOW);
        TouchEvent.Due now = errand(pia, "ready-to-buy-call", Channel.CALL, NOW);
        TouchEvent.Due planned = due(pia, "interest", 2, Channel.NOTE, NOW);
        house.say(Topics.LEADS, captured(pia, NOW));
        for (TouchEvent.Due due : List.of(reply, agreed, alert, now, planned)) {
            house.say(Topics.FIRST_TOUCHES, due);
        }
        house.say(Topics.SIGNALS, new Signal.AutoReplied(pia.id(), null, NOW));

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(tasksOf(reply)).hasSize(4);
            assertThat(timeline(pia).path("entries")).hasSize(7);
        });
        assertThat(tasksOf(reply).getFirst().path("id").asString())
                .isEqualTo(now.touch().id().value());
        assertThat(task(now).path("urgent").asBoolean()).isTrue();
        assertThat(task(reply).path("urgent").asBoolean()).isFalse();
        assertThat(task(reply).path("errand").asString()).isEqualTo("reply");
        assertThat(task(planned).has("errand")).isFalse();

        Browser mara = signedIn();
        Document page = mara.get("/leads/" + pia.id()).page();
        assertThat(page.select(".task .errand").eachText())
                .containsExactlyInAnyOrder("Call now: ready to buy", "Answer the reply", "Do what was agreed");
        assertThat(page.select(".task.urgent .badge.ready-to-buy")).hasSize(1);
        assertThat(page.select(".line.alert .line-small").eachText())
                .hasSize(4)
                .anyMatch(line -> line.startsWith("Told the owner: ready to buy"))
                .anyMatch(line -> line.startsWith("Answer the reply"))
                .noneMatch(line -> line.contains("round") || line.contains("ready-to-buy-alert"));
        assertThat(page.select(".line.touch .line-small").text()).contains("interest, round 2");
        assertThat(page.select(".line.signal").text()).contains("Auto replied").contains("is out");
    }

    @Test
    void whoever_calls_sees_what_the_lead_has_told_and_where_it_is() {
        Lead rosa = lead(23, "Rosa");
        Lead known = new Lead(
                rosa.id(),
                new Contact(
                        "Rosa",
                        "rosa@example.com",
                        null,
                        new PostalAddress("Lange Str. 1", "10115", "Berlin", "DE"),
                        null,
                        null,
                        null,
                        "DE"),
                rosa.origin(),
                null,
                null,
                Map.of("message", "Two roofs.\n<b>Flat</b> ones.", "a.b$c", "odd"));
        house.say(Topics.LEADS, captured(known, NOW));

        Browser mara = signedIn();
        await().atMost(SOON).untilAsserted(() -> {
            Document page = mara.get("/leads/" + rosa.id()).page();
            assertThat(page.select(".facts").text()).contains("Lange Str. 1, 10115 Berlin, DE");
            assertThat(page.select(".told dt").eachText()).containsExactlyInAnyOrder("message", "a.b$c");
            assertThat(page.select(".told dd").eachText())
                    .as("as text, whatever it holds")
                    .contains("Two roofs. <b>Flat</b> ones.");
        });

        house.say(
                Topics.LEADS, captured(new Lead(rosa.id(), known.contact(), rosa.origin(), null, null, Map.of()), NOW));
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(mara.get("/leads/" + rosa.id()).page().select(".told"))
                                .isEmpty());
    }

    @Test
    void while_the_mailer_is_away_only_the_pages_of_letters_and_templates_are() {
        Browser mara = signedIn();
        for (String path : List.of(
                "/letters",
                "/letters/2026-11-20-1500",
                "/letters/2026-11-20-1500/letters.pdf",
                "/templates",
                "/templates/welcome",
                "/templates/welcome/diff")) {
            Answer away = mara.get(path);
            assertThat(away.status()).as(path).isEqualTo(503);
            assertThat(away.header("content-type")).as(path).startsWith("text/html");
            assertThat(away.page().text()).as(path).contains("The mailer can't be reached");
        }
        assertThat(mara.get("/letters/..%2Ftemplates").status()).isGreaterThanOrEqualTo(400);
        assertThat(mara.get("/letters/UPPER").status())
                .as("no batch has such an id")
                .isEqualTo(404);
        assertThat(mara.get("/letters/2026-11-20-1500/secrets.pdf").status()).isEqualTo(404);
        assertThat(mara.submit("/letters", Map.of()).status())
                .as("without the token")
                .isEqualTo(403);
        assertThat(house.browser().get("/letters").header("location")).endsWith("/sign-in");
        assertThat(mara.get("/").status()).isEqualTo(200);
        assertThat(house.get("/actuator/health").status()).isEqualTo(200);
        assertThat(house.get("/actuator/prometheus").body())
                .contains("seventouch_desk_mailer_seconds_count{answer=\"away\"}");
    }

    @Test
    void what_was_typed_into_a_template_is_still_there_when_the_mailer_goes_away() {
        Browser mara = signedIn();
        String token =
                mara.get("/check-copy").page().selectFirst("input[name=_csrf]").val();
        for (String deed : List.of("check", "publish", "send")) {
            Answer away = mara.submit(
                    "/templates/welcome",
                    Map.of(
                            "_csrf",
                            token,
                            "do",
                            deed,
                            "source",
                            "\r\nHours of <b>work</b>\r\n",
                            "to",
                            "mara@example.org"));
            assertThat(away.status()).as(deed).isEqualTo(503);
            assertThat(away.body()).contains("<textarea").contains("\n\nHours of &lt;b&gt;work&lt;/b&gt;\n</textarea>");
            assertThat(away.page().selectFirst("#to").val()).isEqualTo("mara@example.org");
            assertThat(away.page().selectFirst("[role=alert]").text()).contains("can’t be reached", "still here");
        }
        assertThat(mara.submit("/templates/welcome", Map.of("do", "publish", "source", "x"))
                        .status())
                .as("without the token")
                .isEqualTo(403);
        assertThat(mara.submit("/check-copy", Map.of("copy", "x")).status())
                .as("without the token")
                .isEqualTo(403);
        assertThat(mara.get("/templates/..%2Fletter-batches").status()).isGreaterThanOrEqualTo(400);
        assertThat(mara.get("/templates/UPPER").status()).isEqualTo(404);
        assertThat(mara.get("/templates?id=Not+one").page().text()).contains("lower-case letters", "spring-offer");
        assertThat(mara.get("/templates?id=spring-offer").header("location")).endsWith("/templates/spring-offer?new");
        assertThat(house.browser().get("/templates").header("location")).endsWith("/sign-in");
        assertThat(house.browser().get("/check-copy").header("location")).endsWith("/sign-in");
    }

    @Test
    void what_is_in_a_previews_frame_is_sandboxed_whatever_it_is() {
        Answer frame = signedIn().get("/templates/welcome/shown/none");
        assertThat(frame.status()).isEqualTo(404);
        assertThat(frame.header("content-security-policy"))
                .startsWith("sandbox;")
                .contains("default-src 'none'", "frame-ancestors 'self'")
                .doesNotContain("allow-", "script-src");
        assertThat(frame.header("x-frame-options")).isEqualTo("SAMEORIGIN");
        assertThat(frame.header("cache-control")).contains("no-store");
        assertThat(frame.header("x-content-type-options")).isEqualTo("nosniff");
    }

    @Test
    void a_lead_is_found_by_a_part_of_its_name() {
        house.say(Topics.LEADS, captured(lead(77, "Zacharias Findlich"), NOW));
        Browser mara = signedIn();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(mara.get("/leads?find=FINDLICH")
                                .page()
                                .select(".lead h2")
                                .eachText())
                        .containsExactly("Zacharias Findlich"));
        assertThat(mara.get("/leads?find=%3Cnobody%3E").page().select(".empty").text())
                .contains("“<nobody>”");
    }

    @Test
    void while_somebody_has_a_key_of_their_own_nobody_else_signs_in_by_that_name() {
        Browser bert = house.browser();
        assertThat(bert.signIn("Somebody", House.BERTS_KEY).header("location")).endsWith("/");
        assertThat(bert.get("/").page().selectFirst(".rep").text()).isEqualTo("bert");

        assertThat(house.browser().signIn("Bert", House.KEY).header("location")).endsWith("?refused");
        assertThat(house.browser().signIn(" ", House.KEY).header("location")).endsWith("?refused");
        Browser other = house.browser();
        other.signIn("Bert Berg", House.KEY);
        assertThat(other.get("/").page().selectFirst(".rep").text()).isEqualTo("Bert Berg");
    }

    @Test
    void while_intake_is_away_only_the_pages_of_mail_are() {
        Browser mara = signedIn();
        for (String path : List.of("/mail", "/mail/0f")) {
            Answer away = mara.get(path);
            assertThat(away.status()).as(path).isEqualTo(503);
            assertThat(away.header("content-type")).as(path).startsWith("text/html");
            assertThat(away.page().text()).as(path).contains("The mail can't be reached");
        }
        assertThat(mara.get("/mail/UPPER").status())
                .as("no mail has such an id")
                .isEqualTo(404);
        assertThat(mara.submit("/mail/0f", Map.of("is", "nothing")).status())
                .as("without the token")
                .isEqualTo(403);
        assertThat(house.browser().get("/mail").header("location")).endsWith("/sign-in");
        assertThat(house.get("/actuator/prometheus").body())
                .contains("seventouch_desk_intake_seconds_count{answer=\"away\"}");
    }

    private static JsonNode forecast() {
        return house.get("/api/v1/library-forecast").json();
    }

    private static long lettersLacking() {
        return forecast()
                .path("by")
                .valueStream()
                .filter(lack -> lack.path("channel").asString().equals("letter"))
                .mapToLong(lack -> lack.path("leads").asLong())
                .sum();
    }

    private static String dayOf(Instant at) {
        return DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.UK)
                .withZone(ZoneId.of("Europe/Berlin"))
                .format(at);
    }

    private static TouchEvent.Due listedCall(Lead lead) {
        house.say(Topics.LEADS, captured(lead, NOW));
        TouchEvent.Due call = due(lead, "intro-call", 1, Channel.CALL, NOW);
        house.say(Topics.TOUCHES, call);
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(tasksOf(call)).hasSize(1);
            assertThat(outcomesOf(call)).hasSize(1);
        });
        return call;
    }

    private static Lead neighbourOf(Lead lead) {
        return java.util.stream.IntStream.iterate(1000, n -> n + 1)
                .mapToObj(n -> lead(n, "Neighbour"))
                .filter(other -> partitionOf(other) == partitionOf(lead))
                .findFirst()
                .orElseThrow();
    }

    private static int partitionOf(Lead lead) {
        return BuiltInPartitioner.partitionForKey(lead.id().value().getBytes(UTF_8), Topics.PARTITIONS);
    }

    private static JsonNode task(TouchEvent.Due due) {
        return house.get("/api/v1/tasks/" + due.touch().id()).json();
    }

    private static List<JsonNode> tasksOf(TouchEvent.Due due) {
        return house.get("/api/v1/tasks?leadId=" + due.touch().lead())
                .json()
                .path("tasks")
                .valueStream()
                .toList();
    }

    private static JsonNode timeline(Lead lead) {
        Answer answer = house.get("/api/v1/leads/" + lead.id() + "/timeline");
        assertThat(answer.status()).isEqualTo(200);
        return answer.json();
    }

    private static List<JsonNode> touches(JsonNode timeline) {
        return timeline.path("entries")
                .valueStream()
                .filter(line -> line.path("kind").asString().equals("touch"))
                .toList();
    }

    private static List<TouchOutcome> outcomesOf(TouchEvent.Due due) {
        TouchId id = due.touch().id();
        return house.said(Topics.OUTCOMES).stream()
                .filter(outcome -> outcome.touch().id().equals(id))
                .toList();
    }

    private static Browser signedIn() {
        Browser browser = house.browser();
        assertThat(browser.signIn(House.KEY).status()).isEqualTo(303);
        return browser;
    }
}
