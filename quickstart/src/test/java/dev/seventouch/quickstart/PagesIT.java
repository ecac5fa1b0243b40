package dev.seventouch.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** All pages for people in a real browser: everybody can use them, without script too, and they keep to their own policy. */
@EnabledIf(value = "dev.seventouch.quickstart.Chromium#isHere", disabledReason = Chromium.SKIPPED)
class PagesIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Pattern LINK = Pattern.compile("https?://\\S+/([urpy])/[\\w.~-]+");

    private static RunningHouse running;
    private static Client house;
    private static Chromium browser;

    @BeforeAll
    static void open(@TempDir Path data) throws Exception {
        int offset = Offsets.free();
        running = RunningHouse.start(data, offset);
        house = running.client();
        assertThat(house.put(house.intake("/api/v1/forms/hasty"), "application/yaml", """
                        id: hasty
                        source: website
                        fill-time: { field: took, at-least: 5s }
                        """)
                        .statusCode())
                .isEqualTo(200);
        AtOnce.letters(house);
        AtOnce.calls(house);
        sayWhatCannotBeRead(Ports.movedBy(offset).kafka());
        keepWhatNobodyCanTell(Ports.movedBy(offset).store());
        browser = Chromium.start();
    }

    @AfterAll
    static void close() throws Exception {
        if (browser != null) {
            browser.close();
        }
        if (running != null) {
            running.stop();
            running.close();
        }
    }

    @BeforeEach
    void like_most() {
        browser.allowScript(true);
        browser.prefers("en");
        browser.complaints();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es"})
    void a_lead_can_use_every_page_behind_a_mails_links(String language) throws Exception {
        Map<String, String> links = linksOf(captured(language));
        browser.prefers(language);

        browser.open(links.get("r"));
        isFor(language);
        browser.press("button[name=ready]");
        isFor(language);

        browser.open(links.get("p"));
        isFor(language);
        List.of("email", "post", "phone").forEach(medium -> browser.tick("input[value=" + medium + "]"));
        browser.press("form:first-of-type button");
        assertThat(browser.shows("[role=alert]")).as("no way is left").isTrue();
        isFor(language);
        browser.tick("input[value=email]");
        browser.tick("input[value='1m']");
        browser.press("form:first-of-type button");
        isFor(language);
        browser.open(links.get("p"));
        assertThat(browser.shows("input[value=end]")).as("paused").isTrue();
        isFor(language);

        browser.open(links.get("u"));
        isFor(language);
        browser.press("button[name=List-Unsubscribe]");
        isFor(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es"})
    void whoever_fills_a_form_in_can_use_what_follows(String language) throws Exception {
        browser.prefers(language);
        String email = "form-" + language + "@example.org";

        submit("website", Map.of("email", "no address"));
        isFor(language);
        submit("hasty", Map.of("email", email, "took", "5"));
        isFor(language);
        submit("website", Map.of("email", email));
        isFor(language);
        submit("roof-check", Map.of("email", "confirm-" + language + "@example.org", "language", language));
        isFor(language);

        browser.open(linksOf("confirm-" + language + "@example.org").get("y"));
        isFor(language);
        browser.press("button[name=confirm]");
        isFor(language);

        browser.open(house.intake("/u/none-of-ours"));
        isFor(language);
    }

    @Test
    void the_buttons_of_a_mails_links_work_without_script() throws Exception {
        String lead = house.capture("no-script@example.org", "Nora");
        Map<String, String> links = linksOf("no-script@example.org");
        browser.allowScript(false);

        browser.open(links.get("p"));
        browser.tick("input[value=less]");
        browser.press("form:first-of-type button");
        assertThat(browser.textOf("h1")).isEqualTo("Thank you, we have noted it.");
        browser.open(links.get("r"));
        browser.press("button");
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(house.timeline(lead).at("/state").stringValue(""))
                                .isEqualTo("ready-to-buy"));
        browser.open(links.get("u"));
        browser.press("button");
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(house.timeline(lead).at("/state").stringValue(""))
                                .isEqualTo("unsubscribed"));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void a_rep_can_use_every_page_of_the_desk() throws Exception {
        String eager = AtOnce.captured(house, "by-phone", "Eva Eilig");
        house.signal(eager, Map.of("type", "ready-to-buy"));
        String longest = AtOnce.captured(
                house, "by-phone", "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz <b>& Söhne</b>");
        AtOnce.captured(house, "by-post", "Paula Papier");
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(house.tasks(eager).at("/tasks/0/urgent").booleanValue(false))
                    .isTrue();
            assertThat(house.tasks(longest).at("/tasks")).hasSize(1);
            assertThat(house.get(house.mailer("/api/v1/letter-batches")).body()).contains("Paula Papier");
            assertThat(house.get(house.desk("/api/v1/dead-letters")).body()).contains("lead.teleported");
        });

        browser.forgetCookies();
        browser.open(house.desk("/sign-in"));
        hasNoFlaws();
        signIn("not the key");
        assertThat(browser.shows("[role=alert]")).isTrue();
        hasNoFlaws();
        signIn(house.operatorKey());
        for (String path : List.of(
                "/",
                "/tasks",
                "/tasks?state=closed",
                "/leads",
                "/leads/" + eager,
                "/leads/nobody",
                "/library",
                "/mail",
                "/mail/0f",
                "/mail/nothing",
                "/dead-letters",
                "/dead-letters?topic=leads",
                "/dead-letters/leads/0/0",
                "/dead-letters/leads/replay",
                "/leads?find=nobody",
                "/templates",
                "/templates/introduction",
                "/templates/season",
                "/templates/layout-mail",
                "/templates/spring-offer?new",
                "/check-copy",
                "/letters")) {
            browser.open(house.desk(path));
            hasNoFlaws();
        }
        assertThat(browser.flawsOnADesk()).as(browser.address()).isEmpty();
        browser.press("main form button");
        assertThat(browser.address()).contains("/letters/20");
        hasNoFlaws();
        browser.press("form[action$=claim] button");
        hasNoFlaws();
        browser.press("form[action$=posted] button");
        assertThat(browser.shows("input[name=touch]")).isTrue();
        hasNoFlaws();

        browser.open(house.desk("/leads/" + longest));
        browser.press("form.done button[value=reached]");
        assertThat(browser.textOf("[role=status]")).isEqualTo("Noted.");
        hasNoFlaws();
        browser.open(house.desk("/tasks?state=done"));
        hasNoFlaws();

        browser.open(house.desk("/mail/0f"));
        assertThat(browser.textOf("pre")).isEqualTo("<script>document.title = 'ran'</script> <b>Not</b> any more!");
        assertThat(browser.title()).isNotEqualTo("ran");
        browser.press("button[value=reply]");
        assertThat(browser.textOf("[role=alert]"))
                .isEqualTo("somebody-with-a-very-long-address-of-all-words@rindfleischetikettierung.example"
                        + " belongs to no lead; capture it first.");
        hasNoFlaws();
        browser.press("button[value=nothing]");
        assertThat(browser.textOf("[role=status]")).isEqualTo("Noted.");
        hasNoFlaws();

        browser.open(house.desk("/dead-letters/leads/0/0"));
        browser.press("form.step button");
        assertThat(browser.textOf("[role=status]")).isEqualTo("Replayed.");
        hasNoFlaws();
    }

    @Test
    void the_desk_shows_what_is_new_by_itself() throws Exception {
        browser.forgetCookies();
        browser.open(house.desk("/sign-in"));
        signIn(house.operatorKey());
        String lead = AtOnce.captured(house, "by-phone", "Nina Neu");

        await().atMost(SOON).until(() -> browser.shows(".task a[href='/leads/" + lead + "']"));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void the_desk_works_without_script() throws Exception {
        String lead = AtOnce.captured(house, "by-phone", "Otto Ohne");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(house.tasks(lead).at("/tasks")).hasSize(1));
        browser.forgetCookies();
        browser.allowScript(false);

        browser.open(house.desk("/sign-in"));
        signIn(house.operatorKey());
        browser.open(house.desk("/leads/" + lead));
        browser.press("form.done button[value=reached]");
        assertThat(browser.textOf("[role=status]")).isEqualTo("Noted.");
        assertThat(house.tasks(lead).at("/tasks")).isEmpty();
        browser.press("form.out button");
        assertThat(browser.address()).endsWith("/sign-in");
        assertThat(browser.complaints()).isEmpty();
    }

    /** Cookies know no ports: what runs on a page of the mailer could use the session at the desk. */
    @Test
    void a_template_can_run_load_and_send_nothing_where_an_operator_previews_it() throws Exception {
        browser.forgetCookies();
        browser.open(house.desk("/sign-in"));
        signIn(house.operatorKey());
        try (Stage stage = new Stage()) {
            String nasty = """
                    <script>document.title = "ran"; fetch("/heard?script")</script>
                    <img src="/heard?image" onerror="document.title = 'ran'">
                    <iframe src="/heard?frame"></iframe>
                    <style>@import url("/heard?style");</style>
                    <form action="/heard"><button id="send">Send</button></form>
                    """;
            String source = house.templateSource("introduction") + nasty;
            HttpResponse<String> preview = house.preview("introduction", source);
            assertThat(preview.statusCode()).isEqualTo(200);
            assertThat(preview.body()).contains("<script>document.title");

            browser.open(stage.shows(preview.body(), preview.headers().map()));
            assertThat(browser.shows("#send")).isTrue();
            browser.tick("#send");
            assertThat(stage.heard()).isEmpty();
            assertThat(browser.title()).isNotEqualTo("ran");

            browser.open(stage.shows(preview.body(), Map.of("content-type", List.of("text/html;charset=UTF-8"))));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(stage.heard())
                            .as("without what keeps it from that, it does")
                            .contains("script", "image", "frame", "style"));
            assertThat(browser.title()).isEqualTo("ran");
        }
        browser.complaints();
    }

    @Test
    void a_template_is_written_looked_at_tested_and_published_at_the_desk() throws Exception {
        String lead = house.capture("werner.werk@example.org", "Werner Werk");
        browser.forgetCookies();
        browser.open(house.desk("/sign-in"));
        signIn(house.operatorKey());
        await().atMost(SOON).untilAsserted(() -> {
            browser.open(house.desk("/leads?find=werner"));
            assertThat(browser.shows("a[href='/leads/" + lead + "']")).isTrue();
        });
        // All of it is to work without script.
        browser.allowScript(false);

        browser.open(house.desk("/templates"));
        browser.fill("#id", "bench");
        browser.press(".find button");
        browser.write("#source", house.templateSource("welcome").replace("Thank you.", "I am just checking in."));
        browser.press("button[value=publish]");
        assertThat(browser.textOf("[role=alert]")).contains("Not published", "still here");
        assertThat(browser.textOf(".finding.error mark")).isEqualTo("just checking in");
        assertThat(browser.valueOf("#source")).contains("I am just checking in.");

        browser.write("#source", house.templateSource("welcome").replace("Thank you.", "You write well."));
        browser.fill("#find", "werner werk");
        browser.press("#preview button");
        assertThat(browser.shows(".finding")).isFalse();
        assertThat(browser.textInFrame(".narrow iframe")).contains("Hello Werner,", "You write well.");
        assertThat(browser.textOf(".raw")).contains("Hello Werner,");
        browser.fill("#to", "tester@example.org");
        browser.press("button[value=send]");
        assertThat(browser.textOf("#send [role=status]")).contains("Sent to tester@example.org");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(house.mailsTo("tester@example.org"))
                        .singleElement()
                        .satisfies(
                                mail -> assertThat(house.mail(mail).at("/Text").stringValue())
                                        .contains("Hello Werner,", "You write well.")));
        browser.press("button[value=publish]");
        assertThat(browser.textOf("[role=status]")).contains("Published as version 1.");
        assertThat(house.templateSource("bench")).contains("You write well.").doesNotContain("\r");

        // Somebody else publishes meanwhile, by the API.
        browser.write("#source", house.templateSource("bench").replace("You write well.", "You write often."));
        assertThat(house.publish("bench", house.templateSource("bench").replace("You write well.", "You write.")))
                .isEqualTo(200);
        browser.press("button[value=publish]");
        assertThat(browser.textOf("[role=alert]")).contains("version 2 came while you wrote");
        assertThat(browser.valueOf("#source")).contains("You write often.");
        browser.press("button[value=publish]");
        assertThat(browser.textOf("[role=status]")).contains("Published as version 3.");

        browser.allowScript(true);
        browser.open(house.desk("/templates/bench/diff"));
        assertThat(browser.textOf(".diff .gone")).contains("You write.");
        assertThat(browser.textOf(".diff .new")).contains("You write often.");
        hasNoFlaws();
        browser.open(house.desk("/templates/bench"));
        browser.write("#source", "---\nchannel: email\n---\n=== html\nJust checking in");
        browser.write("#find", "e");
        browser.press("button[value=check]");
        assertThat(browser.shows("#preview .empty")).isTrue();
        hasNoFlaws();
        assertThat(browser.flawsOnADesk()).as(browser.address()).isEmpty();
        browser.tick("[data-line]");
        browser.open(house.desk("/check-copy"));
        browser.write("#source", "Hello,\njust touching base.");
        browser.press(".deeds button");
        assertThat(browser.textOf(".finding mark")).isEqualTo("touching base");
        hasNoFlaws();
    }

    /** The frame is of the desk's own origin, so nothing but its sandbox parts it from the operator's session. */
    @Test
    void a_previewed_script_does_not_run_in_the_operators_session() throws Exception {
        browser.forgetCookies();
        browser.open(house.desk("/sign-in"));
        signIn(house.operatorKey());
        browser.open(house.desk("/templates/introduction"));
        String title = browser.title();
        String nasty = """
                <p id="there">There it is.</p>
                <script>parent.document.title = "ran"; top.document.cookie = "ran=yes"; document.title = "ran"</script>
                <img src="/heard" onerror="parent.document.title = 'ran'">
                <iframe srcdoc="<script>parent.parent.document.title = 'ran'</script>"></iframe>
                <form action="/sign-out" method="post"><button id="go">Go</button></form>
                <a id="away" href="/leads" target="_top">Leads</a>
                """;
        browser.write("#source", house.templateSource("introduction") + nasty);
        browser.press("button[value=check]");
        String bench = browser.address();
        assertThat(browser.textInFrame(".frames iframe")).contains("There it is.");
        assertThat(browser.title()).isEqualTo(title);
        assertThat(browser.cookies()).containsExactly("seventouch-desk");
        browser.tickInFrame(".frames iframe", "#go");
        browser.tickInFrame(".frames iframe", "#away");
        assertThat(browser.address()).isEqualTo(bench);
        assertThat(browser.title()).isEqualTo(title);
        String alone = browser.attribute(".frames iframe", "src");

        browser.open(house.desk(alone));
        assertThat(browser.title()).as("opened by itself").isNotEqualTo("ran");
        assertThat(browser.textOf("#there")).isEqualTo("There it is.");
        browser.forgetCookies();
        browser.open(house.desk("/sign-in"));
        signIn(house.operatorKey());
        browser.open(house.desk(alone));
        assertThat(browser.shows("#there")).as("in another session").isFalse();
        browser.complaints();
    }

    private static void sayWhatCannotBeRead(int kafka) {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", "127.0.0.1:" + kafka), new StringSerializer(), new StringSerializer())) {
            producer.send(
                    new ProducerRecord<>("leads", "x", "{\"type\":\"lead.teleported\"," + "\"far\":1".repeat(99)));
        }
    }

    /** As if it came into a mailbox. */
    private static void keepWhatNobodyCanTell(int store) {
        try (MongoClient client = MongoClients.create("mongodb://127.0.0.1:" + store)) {
            client.getDatabase("intake")
                    .getCollection("inbox")
                    .insertOne(new Document("_id", "0f")
                            .append("at", new Date())
                            .append("found", "unclear")
                            .append("why", "replied, by nobody who is known")
                            .append(
                                    "from",
                                    "somebody-with-a-very-long-address-of-all-words@rindfleischetikettierung.example")
                            .append("subject", "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz <b>")
                            .append("text", "<script>document.title = 'ran'</script> <b>Not</b> any more!")
                            .append("waits", true));
        }
    }

    private static void signIn(String key) {
        browser.fill("#name", "Mara Lindqvist");
        browser.fill("#key", key);
        browser.press("button.main");
    }

    private static void isFor(String language) {
        assertThat(browser.attribute("html", "lang")).as(browser.address()).isEqualTo(language);
        // Languages differ in words alone, of which the narrow screen makes most trouble.
        assertThat(language.equals("en") ? browser.flawsOnADesk() : browser.flawsOnATelephone())
                .as(browser.address())
                .isEmpty();
    }

    /** The desk has one scheme of colours, and the narrow screen makes most trouble. */
    private static void hasNoFlaws() {
        assertThat(browser.flawsOnATelephone()).as(browser.address()).isEmpty();
    }

    /** From a page of another origin, as a website's is. */
    private static void submit(String form, Map<String, String> fields) {
        StringBuilder page = new StringBuilder("<!doctype html><title>A website</title><form method=post action='")
                .append(house.intake("/forms/" + form))
                .append("'>");
        fields.forEach((name, value) -> page.append("<input name=")
                .append(name)
                .append(" value='")
                .append(value)
                .append("'>"));
        page.append("<button>Send</button></form>");
        browser.open("data:text/html;charset=utf-8,"
                + URLEncoder.encode(page.toString(), UTF_8).replace("+", "%20"));
        browser.press("button");
    }

    /** The lead's address. */
    private static String captured(String language) throws Exception {
        String email = "lead-" + language + "@example.org";
        Map<String, Object> lead = new HashMap<>(Map.of("email", email, "name", "Lina", "language", language));
        lead.put("owner", Map.of("name", "Mara Lindqvist", "email", "mara@example.org"));
        assertThat(house.postJson(house.intake("/api/v1/leads"), lead).statusCode())
                .isEqualTo(202);
        return email;
    }

    /** The links of the latest mail to {@code email}, by their letter. */
    private static Map<String, String> linksOf(String email) throws Exception {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(house.mailsTo(email)).isNotEmpty());
        JsonNode mail = house.mail(house.mailsTo(email).getLast());
        Map<String, String> links = new HashMap<>();
        Matcher found = LINK.matcher(mail.at("/Text").stringValue());
        while (found.find()) {
            links.put(found.group(1), found.group());
        }
        return links;
    }
}
