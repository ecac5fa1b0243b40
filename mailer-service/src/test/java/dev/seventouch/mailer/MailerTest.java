package dev.seventouch.mailer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.seventouch.embedded.EmbeddedBroker;
import dev.seventouch.embedded.EmbeddedStore;
import dev.seventouch.embedded.Inbox;
import dev.seventouch.embedded.InboxMessage;
import dev.seventouch.events.lead.Contact;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.outcome.TouchOutcome;
import dev.seventouch.events.schedule.ScheduleEvent;
import dev.seventouch.events.signal.Signal;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.Content;
import dev.seventouch.events.touch.EnrollmentId;
import dev.seventouch.events.touch.Medium;
import dev.seventouch.events.touch.Recipient;
import dev.seventouch.events.touch.TouchEvent;
import dev.seventouch.events.touch.TouchId;
import dev.seventouch.events.touch.TouchRef;
import dev.seventouch.events.wire.Decoded;
import dev.seventouch.events.wire.Topic;
import dev.seventouch.events.wire.Topics;
import dev.seventouch.mailer.delivery.Sending;
import dev.seventouch.mailer.template.TemplateShelf;
import dev.seventouch.service.store.SuppressionDocument;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole mailer on a real broker, a real store and a real inbox. */
class MailerTest {

    private static final String KEY = "a-key-for-tests-and-nothing-else";
    private static final Duration SOON = Duration.ofSeconds(60);

    private static EmbeddedBroker broker;
    private static EmbeddedStore store;
    private static Inbox inbox;
    private static ConfigurableApplicationContext mailer;
    private static KafkaProducer<String, byte[]> producer;
    private static KafkaConsumer<String, byte[]> consumer;
    private static final List<TouchOutcome> outcomes = new ArrayList<>();

    @BeforeAll
    static void start(@TempDir Path directory) {
        broker = EmbeddedBroker.start(directory.resolve("kafka"), 0);
        store = EmbeddedStore.inMemory();
        inbox = Inbox.start(directory.resolve("inbox"), 0, 0);
        mailer = MailerApplication.application()
                .run(
                        "--server.port=0",
                        "--SEVENTOUCH_KAFKA=" + broker.bootstrapServers(),
                        "--SEVENTOUCH_MONGODB=" + store.uri(),
                        "--SEVENTOUCH_SMTP=127.0.0.1:" + inbox.smtpPort(),
                        "--seventouch.campaigns=" + Campaign.DIRECTORY,
                        "--seventouch.operator.key=" + KEY,
                        "--seventouch.links.keys=test-key",
                        "--seventouch.links.base=https://follow.example.com");
        producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        broker.bootstrapServers(),
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(IntStream.range(0, Topics.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(Topics.OUTCOMES.name(), partition))
                .toList());
    }

    @AfterAll
    static void stop() {
        producer.close();
        consumer.close();
        mailer.close();
        inbox.close();
        store.close();
        broker.close();
    }

    @Test
    void a_first_touch_becomes_one_mail_and_one_outcome_however_often_it_comes() throws Exception {
        TouchEvent.Due due = TestTouches.email(1, "welcome", 1, Instant.now());
        send(Topics.FIRST_TOUCHES, due);

        assertThat(outcomesOf(due, 1)).singleElement().isInstanceOf(TouchOutcome.HandedOver.class);
        InboxMessage mail = mailsTo("lead1@example.com").getFirst();
        assertThat(mail.messageId()).contains(due.touch().id() + "@nordlicht.example");
        assertThat(mail.header("List-Unsubscribe-Post")).hasValue("List-Unsubscribe=One-Click");
        assertThat(mail.header("List-Unsubscribe").orElseThrow())
                .startsWith("<https://follow.example.com/u/")
                .contains("<mailto:stop@nordlicht.example");
        assertThat(mail.subject()).contains("Brandt Holzbau");
        assertThat(mail.text())
                .contains("https://follow.example.com/u/", "https://follow.example.com/r/", "Hafenstraße 7");
        assertThat(mail.html())
                .contains("https://follow.example.com/u/", "https://follow.example.com/r/", "Hafenstraße 7");
        assertThat(mail.html()).contains("<img src=\"https://follow.example.com/o/");

        // Again, on the other lane too, and with a higher attempt.
        send(Topics.FIRST_TOUCHES, due);
        outcomesOf(due, 2);
        send(Topics.TOUCHES, TestTouches.email(1, "welcome", 2, Instant.now()));

        List<TouchOutcome> all = outcomesOf(due, 3);
        assertThat(all).hasSize(3).allMatch(all.getFirst()::equals);
        assertThat(mailsTo("lead1@example.com")).hasSize(1);
        assertThat(get("/api/v1/deliveries?leadId=" + due.touch().lead()))
                .contains("\"state\":\"handed-over\"", "\"step\":\"welcome\"");
    }

    @Test
    void a_lead_is_asked_to_confirm_in_its_own_language_and_nothing_of_it_is_observed() throws Exception {
        Lead known = TestTouches.person(77, "Jean", "jean@example.com");
        Contact contact = known.contact();
        Lead jean = new Lead(
                known.id(),
                new Contact(
                        contact.name(),
                        contact.email(),
                        contact.phone(),
                        contact.address(),
                        contact.company(),
                        "fr-CH",
                        contact.zone(),
                        contact.country()),
                known.origin(),
                known.owner(),
                null,
                Map.of());
        TouchEvent.Due due =
                TestTouches.due(jean, "confirm", 1, Instant.now(), Channel.EMAIL, Recipient.LEAD, "please-confirm");
        send(Topics.FIRST_TOUCHES, due);

        outcomesOf(due, 1);
        InboxMessage mail = mailsTo("jean@example.com").getFirst();
        assertThat(mail.subject()).isEqualTo("Merci de confirmer votre adresse");
        assertThat(mail.html())
                .contains("Oui, c’était moi", "https://follow.example.com/y/")
                .doesNotContain("follow.example.com/o/");
    }

    @Test
    void whoever_said_stop_gets_nothing_but_an_owner_hears_of_a_buyer() throws Exception {
        Lead lead = TestTouches.person(2, "Jonas Brandt", "lead2@example.com");
        try (MongoClient client = MongoClients.create(store.uri())) {
            SuppressionDocument.in(client)
                    .insertOne(new SuppressionDocument(
                            lead.id().value(),
                            Map.of(Medium.EMAIL.name(), Instant.now(), Medium.POST.name(), Instant.now())));
        }
        TouchEvent.Due mail = TestTouches.email(lead, "welcome", 1, Instant.now());
        TouchEvent.Due letter =
                TestTouches.due(lead, "introduction", 1, Instant.now(), Channel.LETTER, Recipient.LEAD, "introduction");
        TouchEvent.Due alert =
                TestTouches.due(lead, "ready", 1, Instant.now(), Channel.EMAIL, Recipient.OWNER, "ready-to-buy-alert");
        List.of(mail, letter, alert).forEach(due -> send(Topics.FIRST_TOUCHES, due));

        assertThat(outcomesOf(mail, 1)).singleElement().isInstanceOf(TouchOutcome.Skipped.class);
        assertThat(outcomesOf(letter, 1)).singleElement().isInstanceOf(TouchOutcome.Skipped.class);
        assertThat(outcomesOf(alert, 1)).singleElement().isInstanceOf(TouchOutcome.HandedOver.class);
        assertThat(mailsTo("lead2@example.com")).isEmpty();
        assertThat(mailsTo(TestTouches.MARA.email())).singleElement().satisfies(told -> {
            assertThat(told.subject()).isEqualTo("Ready to buy: Jonas Brandt, Brandt Holzbau. Call now");
            assertThat(told.header("Auto-Submitted")).hasValue("auto-generated");
            assertThat(told.header("List-Unsubscribe")).isEmpty();
        });
    }

    @Test
    void a_letter_waits_for_the_printer_and_its_page_can_run_nothing() throws Exception {
        Lead lead = TestTouches.person(3, "<script>alert(1)</script>", "lead3@example.com");
        TouchEvent.Due letter =
                TestTouches.due(lead, "introduction", 1, Instant.now(), Channel.LETTER, Recipient.LEAD, "introduction");
        send(Topics.TOUCHES, letter);

        assertThat(outcomesOf(letter, 1)).singleElement().isInstanceOfSatisfying(TouchOutcome.Deferred.class, waits -> {
            assertThat(waits.why()).contains("printed and posted");
            assertThat(waits.until()).isAfter(letter.expiresAt().minus(Duration.ofHours(1)));
        });
        // The engine asks again; it is the same letter, and still waits.
        send(
                Topics.TOUCHES,
                TestTouches.due(
                        lead, "introduction", 2, Instant.now(), Channel.LETTER, Recipient.LEAD, "introduction"));
        assertThat(outcomesOf(letter, 2)).allMatch(TouchOutcome.Deferred.class::isInstance);
        assertThat(get("/api/v1/letter-batches"))
                .contains(letter.touch().id().value(), "Werftstraße 12", "\"queued\"", "\"nextCutOff\":\"2");
        HttpResponse<String> page =
                ask("GET", "/api/v1/letter-batches/items/" + letter.touch().id(), "");
        assertThat(page.body()).contains("Werftstraße 12").doesNotContain("<script>");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("sandbox;");
    }

    @Test
    void an_erased_lead_leaves_no_letter_and_no_words_of_a_relay_and_nothing_comes_twice() throws Exception {
        Lead lead = TestTouches.person(31, "Edda Erased", "lead31@example.com");
        TouchEvent.Due letter =
                TestTouches.due(lead, "introduction", 1, Instant.now(), Channel.LETTER, Recipient.LEAD, "introduction");
        TouchEvent.Due mail = TestTouches.email(lead, "welcome", 1, Instant.now());
        send(Topics.TOUCHES, letter);
        send(Topics.TOUCHES, mail);
        outcomesOf(letter, 1);
        outcomesOf(mail, 1);
        String claims = "/api/v1/deliveries?leadId=" + lead.id();
        assertThat(get(claims)).contains("250 2.0.0 Ok");

        producer.send(new ProducerRecord<>(Topics.LEADS.name(), lead.id().value(), null));
        producer.flush();

        String page = "/api/v1/letter-batches/items/" + letter.touch().id();
        await().atMost(SOON).until(() -> ask("GET", page, "").statusCode() == 404);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(get(claims))
                        .contains(letter.touch().id().value())
                        .contains("\"receipt\":null")
                        .doesNotContain("250 2.0.0 Ok"));
        send(Topics.TOUCHES, letter);
        send(Topics.TOUCHES, mail);
        TouchEvent.Due marker = TestTouches.email(lead, "marker", 2, Instant.now());
        send(Topics.TOUCHES, marker);
        outcomesOf(marker, 1);
        assertThat(ask("GET", page, "").statusCode()).isEqualTo(404);
        assertThat(mailsTo("lead31@example.com")).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void a_letter_that_waits_when_its_leads_plan_ends_is_not_posted() {
        TouchEvent.Due letter = TestTouches.due(
                TestTouches.person(41, "Rita Ready", "lead41@example.com"),
                "introduction",
                1,
                Instant.now(),
                Channel.LETTER,
                Recipient.LEAD,
                "introduction");
        send(Topics.TOUCHES, letter);
        outcomesOf(letter, 1);
        ScheduleEvent ended = new ScheduleEvent.Ended(letter.touch().lead(), "ready-to-buy", Instant.now());
        sendWithHeaders(Topics.SCHEDULE, ended);
        assertThat(outcomesOf(letter, 2)).last().isInstanceOf(TouchOutcome.Skipped.class);
    }

    @Test
    void letters_are_batched_claimed_printed_posted_and_returned() throws Exception {
        List<TouchEvent.Due> letters = IntStream.of(21, 22, 23, 24)
                .mapToObj(number -> TestTouches.due(
                        TestTouches.person(number, "Ada Number" + number, null),
                        "introduction",
                        1,
                        Instant.now(),
                        number == 24 ? Channel.CARD : Channel.LETTER,
                        Recipient.LEAD,
                        number == 24 ? "season" : "introduction"))
                .toList();
        letters.forEach(due -> send(Topics.TOUCHES, due));
        letters.forEach(due -> outcomesOf(due, 1));
        stop(letters.get(0).lead());

        HttpResponse<String> made = ask("POST", "/api/v1/letter-batches", "{}");
        assertThat(made.statusCode()).isEqualTo(201);
        String batch = "/api/v1/letter-batches/" + between(made.body(), "\"id\":\"", "\"");
        assertThat(made.body()).doesNotContain(letters.get(0).touch().id().value());
        assertThat(outcomesOf(letters.get(0), 2).getLast()).isInstanceOf(TouchOutcome.Skipped.class);
        assertThat(stateOf(made.body(), letters.get(1))).isEqualTo("batched");
        assertThat(ask("POST", batch + "/posted", "{\"by\":\"Mara\"}").statusCode())
                .as("nobody has claimed it")
                .isEqualTo(409);
        assertThat(ask("POST", batch + "/claim", "{\"by\":\"Mara\"}").body()).contains("\"claimed\"", "Mara");
        assertThat(ask("POST", batch + "/claim", "{\"by\":\"Jonas\"}").statusCode())
                .isEqualTo(409);

        assertThat(get(batch + "/letters.pdf")).startsWith("%PDF");
        assertThat(get(batch + "/cards.pdf")).startsWith("%PDF");
        assertThat(get(batch + "/labels.pdf?sheets=avery5160")).startsWith("%PDF");
        assertThat(ask("GET", batch + "/labels.pdf?sheets=x", "").statusCode()).isEqualTo(400);
        assertThat(get(batch + "/merge.csv")).contains("Ada Number22").doesNotContain("Ada Number21");

        stop(letters.get(1).lead());
        assertThat(get(batch + "/merge.csv")).as("who said stop is not printed").doesNotContain("Ada Number22");
        assertThat(ask("POST", batch + "/release", "{\"by\":\"Mara\"}").body()).contains("\"open\"");
        assertThat(ask("POST", batch + "/claim", "{\"by\":\"Jonas\"}").statusCode())
                .isEqualTo(200);
        stop(letters.get(3).lead());
        assertThat(outcomesOf(letters.get(2), 1)).allMatch(TouchOutcome.Deferred.class::isInstance);
        HttpResponse<String> posted = ask("POST", batch + "/posted", "{\"by\":\"Jonas\"}");
        assertThat(posted.statusCode()).isEqualTo(200);
        assertThat(posted.body())
                .contains(letters.get(1).touch().id().value())
                .contains(letters.get(3).touch().id().value())
                .doesNotContain(letters.get(2).touch().id().value());
        assertThat(outcomesOf(letters.get(2), 2).getLast()).isInstanceOf(TouchOutcome.HandedOver.class);
        for (int stopped : List.of(1, 3)) {
            assertThat(outcomesOf(letters.get(stopped), 2).getLast()).isInstanceOf(TouchOutcome.Skipped.class);
        }
        assertThat(get("/api/v1/deliveries?leadId=" + letters.get(2).lead().id()))
                .contains("\"handed-over\"", "posted in batch");
        assertThat(ask("POST", batch + "/posted", "{\"by\":\"Jonas\"}").body())
                .as("said again, it says the same")
                .contains(letters.get(1).touch().id().value());
        TouchId back = letters.get(2).touch().id();
        assertThat(ask("POST", batch + "/returned", "{\"touches\":[\"" + back + "\"]}")
                        .body())
                .contains("\"returned\"", back.value());
        assertThat(ask("POST", batch + "/returned", "{\"touches\":[\"" + back + "\"]}")
                        .body())
                .as("it came back once")
                .doesNotContain(back.value());
        assertThat(get(batch)).contains("\"posted\"");
        assertThat(ask("POST", "/api/v1/letter-batches", "{\"cutOff\":\"2099-01-01T00:00:00Z\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(ask("GET", "/api/v1/letter-batches/none", "").statusCode()).isEqualTo(404);
        assertThat(signals(letters.get(2).lead()))
                .anyMatch(signal -> signal instanceof Signal.Bounced bounced
                        && bounced.medium() == Medium.POST
                        && bounced.permanent());
    }

    private static void stop(Lead lead) {
        try (MongoClient client = MongoClients.create(store.uri())) {
            SuppressionDocument.in(client)
                    .insertOne(new SuppressionDocument(lead.id().value(), Map.of(Medium.POST.name(), Instant.now())));
        }
    }

    private static String stateOf(String json, TouchEvent.Due due) {
        String item = json.substring(json.indexOf("\"touchId\":\"" + due.touch().id()));
        return between(item, "\"state\":\"", "\"");
    }

    private static String between(String words, String before, String after) {
        int from = words.indexOf(before) + before.length();
        return words.substring(from, words.indexOf(after, from));
    }

    private static List<Signal> signals(Lead lead) {
        List<Signal> found = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> reader = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        broker.bootstrapServers(),
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            reader.assign(IntStream.range(0, Topics.PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(Topics.SIGNALS.name(), partition))
                    .toList());
            await().atMost(SOON).until(() -> {
                reader.poll(Duration.ofMillis(100)).forEach(record -> {
                    if (Topics.SIGNALS.decode(record.value()) instanceof Decoded.Readable<Signal>(var signal)
                            && signal.lead().equals(lead.id())) {
                        found.add(signal);
                    }
                });
                return !found.isEmpty();
            });
        }
        return found;
    }

    @Test
    void a_test_goes_to_whoever_asked_for_it_and_says_what_it_is() throws Exception {
        assertThat(ask("POST", "/api/v1/templates/welcome/test-send", "{\"to\":\"tester@example.com\"}")
                        .body())
                .contains("\"receipt\":\"250");
        String draft = Campaign.templates().get("welcome").replace("Thank you.", "A draft.");
        assertThat(ask(
                                "POST",
                                "/api/v1/templates/welcome/test-send",
                                "{\"to\":\"tester@example.com\",\"source\":\"" + quoted(draft) + "\"}")
                        .statusCode())
                .isEqualTo(200);
        List<InboxMessage> mails = mailsTo("tester@example.com");
        assertThat(mails).hasSize(2);
        assertThat(mails).allSatisfy(mail -> assertThat(mail.subject()).startsWith("[Test] "));
        assertThat(mails.stream().map(InboxMessage::messageId).distinct()).hasSize(2);
        assertThat(mails.stream().map(InboxMessage::text)).anyMatch(text -> text.contains("A draft."));
        // Nobody's: its links lead nowhere, so it offers none to a mail client either.
        assertThat(mails.getFirst().header("List-Unsubscribe")).isEmpty();

        assertThat(ask("POST", "/api/v1/templates/welcome/test-send", "{\"to\":\"a@b.example, c@d.example\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(ask("POST", "/api/v1/templates/welcome/test-send", "{}").body())
                .contains("\"to\"");
        assertThat(ask("POST", "/api/v1/templates/introduction/test-send", "{\"to\":\"a@b.example\"}")
                        .body())
                .contains("is no email");
        assertThat(ask("POST", "/api/v1/templates/nothing/test-send", "{\"to\":\"a@b.example\"}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void what_is_expired_not_automatic_or_unreadable_is_left_alone_and_the_rest_goes_on() throws Exception {
        Lead lead = TestTouches.person(4, "Jonas Brandt", "lead4@example.com");
        TouchEvent.Due expired = TestTouches.email(lead, "old", 1, Instant.now().minus(Duration.ofDays(4)));
        TouchEvent.Due call = TestTouches.due(lead, "call", 1, Instant.now(), Channel.CALL, Recipient.OWNER, "welcome");
        TouchEvent.Due missing =
                TestTouches.due(lead, "missing", 1, Instant.now(), Channel.EMAIL, Recipient.LEAD, "no-such-template");
        TouchEvent.Due last = TestTouches.email(lead, "welcome", 1, Instant.now());
        send(Topics.TOUCHES, expired);
        send(Topics.TOUCHES, call);
        producer.send(new ProducerRecord<>(Topics.TOUCHES.name(), lead.id().value(), new byte[] {'{'}));
        send(Topics.TOUCHES, missing);
        send(Topics.TOUCHES, last);

        assertThat(outcomesOf(last, 1)).singleElement().isInstanceOf(TouchOutcome.HandedOver.class);
        assertThat(outcomesOf(missing, 1)).singleElement().isInstanceOf(TouchOutcome.Deferred.class);
        assertThat(seen(expired.touch().id())).isEmpty();
        assertThat(seen(call.touch().id())).isEmpty();
        assertThat(mailsTo("lead4@example.com")).hasSize(1);
    }

    @Test
    void templates_are_published_in_versions_and_an_error_names_its_place() throws Exception {
        String good = Campaign.templates().get("welcome");
        assertThat(get("/api/v1/templates")).contains("\"welcome\"", "\"layout-mail\"");
        assertThat(put("copy-of-welcome", good).body()).contains("\"version\":1");
        assertThat(put("copy-of-welcome", good).body()).contains("\"version\":1");
        assertThat(put("copy-of-welcome", good.replace("Thank you.", "Thanks.")).body())
                .contains("\"version\":2");
        assertThat(get("/api/v1/templates/copy-of-welcome")).contains("\"version\":2", "Thanks.");

        assertThat(get("/api/v1/templates/copy-of-welcome/diff?from=1&to=2"))
                .contains("\"from\":1", "\"to\":2", "\"gone\"", "\"new\"", "Thanks.");
        assertThat(get("/api/v1/templates/copy-of-welcome/diff")).contains("\"from\":1", "\"to\":2");
        assertThat(ask("GET", "/api/v1/templates/copy-of-welcome/diff?from=7", "")
                        .body())
                .contains("known are [1, 2]");
        assertThat(ask("GET", "/api/v1/templates/nothing/diff", "").statusCode())
                .isEqualTo(404);
        HttpResponse<String> misspelt = put("misspelt", good.replace("lead.firstName", "lead.frstName"));
        assertThat(misspelt.statusCode()).isEqualTo(400);
        assertThat(misspelt.body()).contains("lead.frstName", "firstName", "line ");
        assertThat(put("ownerless", good.replace("Thank you.", "Thank you, says ${owner.name}."))
                        .body())
                .contains("owner");

        HttpResponse<String> broken = put("broken", good.replace("${lead.firstName}", "${lead.firstName"));
        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(broken.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(broken.body()).containsPattern("line \\d+, column \\d+");
        HttpResponse<String> filler = put("filler", good.replace("Thank you.", "I am just checking in."));
        assertThat(filler.statusCode()).isEqualTo(400);
        assertThat(filler.body()).contains("just checking in", "what has changed");
        assertThat(ask("POST", "/api/v1/templates/welcome/preview", "{\"lead\":{\"name\":\"Ada Lovelace\"}}")
                        .body())
                .contains("Hello Ada,");
        assertThat(ask("POST", "/api/v1/lint", "{\"source\":\"just following up\"}")
                        .body())
                .contains("\"passes\":false", "\"instead\"");
        assertThat(ask(
                                "POST",
                                "/api/v1/lint",
                                "{\"source\":\"" + quoted(good.replace("Thank you.", "${item.subject}")) + "\"}")
                        .body())
                .contains("\"passes\":false", "needs: item");
    }

    @Test
    void the_list_of_templates_tells_what_each_is_and_what_is_to_be_said_against_it() throws Exception {
        String good = Campaign.templates().get("introduction");
        put("listed", good);
        assertThat(listed("listed"))
                .contains("\"version\":1", "\"channel\":\"letter\"", "\"language\":\"en\"")
                .contains("\"findings\":{\"errors\":0,\"warnings\":0}");
        assertThat(get("/api/v1/templates/listed")).contains("\"versions\":[1]");

        // What was published before a rule came stands, and the list says so.
        mailer.getBean(TemplateShelf.class).put("listed", 2, good + "I am just checking in.\n");
        assertThat(listed("listed")).contains("\"version\":2", "\"errors\":1");
        mailer.getBean(TemplateShelf.class).put("listed", 3, "no template");
        assertThat(listed("listed")).contains("\"version\":3", "\"setAside\":\"line 1", "\"errors\":1");
        assertThat(get("/api/v1/templates/listed")).contains("\"versions\":[1,2,3]");
    }

    private static String listed(String id) throws Exception {
        String all = get("/api/v1/templates");
        int from = all.indexOf("{\"id\":\"" + id + "\"");
        return all.substring(from, all.indexOf("}}", from) + 2);
    }

    @Test
    void a_preview_for_a_known_lead_makes_nothing_up() throws Exception {
        String known = """
                {"id":"7grp9t497h25kes9e4onqjheqc","contact":{"name":"Ada Lovelace","email":"ada@example.com"},
                 "origin":{"source":"website"}}""";
        String preview = ask("POST", "/api/v1/templates/welcome/preview", "{\"known\":" + known + "}")
                .body();
        assertThat(preview).contains("Hello Ada,").doesNotContain("Brandt", "solar roof with battery");

        assertThat(ask(
                                "POST",
                                "/api/v1/templates/welcome/test-send",
                                "{\"to\":\"known-tester@example.com\",\"known\":" + known + "}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(ask("POST", "/api/v1/templates/layout-mail/preview", "{\"known\":" + known + "}")
                        .statusCode())
                .as("a frame is shown with nothing in it")
                .isEqualTo(200);
        assertThat(ask("POST", "/api/v1/templates/welcome/preview", "{\"known\":{\"id\":\"x\"}}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_preview_can_run_nothing_in_the_operators_session() throws Exception {
        String draft = "---\nchannel: letter\n---\n=== html\n<script>alert(1)</script><img src=x onerror=alert(1)>";
        HttpResponse<String> page = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address("/api/v1/templates/draft/preview"))
                                .header("Authorization", "Bearer " + KEY)
                                .header("Content-Type", "application/json")
                                .header("Accept", "text/html")
                                .POST(HttpRequest.BodyPublishers.ofString("{\"source\":\"" + quoted(draft) + "\"}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("sandbox;")
                .contains("default-src 'none'")
                .doesNotContain("allow-", "script-src");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
    }

    @Test
    void whether_mail_goes_out_is_to_be_seen() throws Exception {
        assertThat(get("/api/v1/sending")).contains("\"paused\":false");
        Sending sending = mailer.getBean(Sending.class);
        sending.refused("550 5.7.1 no");
        try {
            assertThat(get("/api/v1/sending")).contains("\"paused\":true", "550 5.7.1 no", "\"until\"");
            HttpResponse<String> health = ask("GET", "/actuator/health/sending", "");
            assertThat(health.statusCode()).isEqualTo(503);
            assertThat(health.body()).contains("PAUSED", "550 5.7.1 no");
            assertThat(get("/actuator/health")).as("no reason to restart it").contains("\"status\":\"UP\"");
            assertThat(get("/actuator/prometheus")).contains("seventouch_mail_sending_paused 1.0");
            assertThat(ask("POST", "/api/v1/sending/resume", "").body()).contains("\"paused\":false");
            assertThat(ask("GET", "/actuator/health/sending", "").statusCode()).isEqualTo(200);
        } finally {
            sending.resume();
        }
    }

    @Test
    void mail_of_a_cadence_that_is_called_spam_is_held_until_somebody_releases_it() throws Exception {
        List<TouchEvent.Due> mails = IntStream.rangeClosed(61, 65)
                .mapToObj(MailerTest::ofPushyCadence)
                .toList();
        for (TouchEvent.Due annoying : mails.subList(0, 3)) {
            send(Topics.TOUCHES, annoying);
            awaitHandedOver(annoying);
            Signal spam =
                    new Signal.Complained(annoying.lead().id(), annoying.touch().id(), Instant.now());
            sendWithHeaders(Topics.SIGNALS, spam);
        }
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(get("/api/v1/sending"))
                        .contains(
                                "\"cadence\":\"pushy\",\"state\":\"held\"", "3 of 3 mails in 7 days were called spam"));
        send(Topics.TOUCHES, mails.get(3));
        assertThat(outcomesOf(mails.get(3), 1).getLast())
                .isInstanceOfSatisfying(
                        TouchOutcome.Deferred.class,
                        held -> assertThat(held.why()).contains("mail of its cadence is held", "spam"));
        TouchEvent.Due other = TestTouches.email(66, "welcome", 1, Instant.now());
        send(Topics.TOUCHES, other);
        awaitHandedOver(other);
        assertThat(get("/actuator/prometheus"))
                .contains("seventouch_mail_cadences_held 1.0")
                .contains("seventouch_mail_complaint_share{cadence=\"pushy\"} 0.003");

        assertThat(ask("POST", "/api/v1/sending/cadences/website-enquiry/release", "")
                        .body())
                .contains("held are [pushy]");
        assertThat(ask("POST", "/api/v1/sending/cadences/pushy/release", "").body())
                .doesNotContain("pushy");
        send(Topics.TOUCHES, mails.get(4));
        awaitHandedOver(mails.get(4));
    }

    /** A machine that has no time for it may say first that it is busy. */
    private static void awaitHandedOver(TouchEvent.Due due) {
        await().atMost(SOON)
                .until(() -> seen(due.touch().id()).stream().anyMatch(TouchOutcome.HandedOver.class::isInstance));
    }

    private static TouchEvent.Due ofPushyCadence(int number) {
        TouchEvent.Due usual = TestTouches.email(number, "welcome", 1, Instant.now());
        return new TouchEvent.Due(
                TouchRef.of(
                        usual.lead().id(),
                        EnrollmentId.of(usual.lead().id(), "pushy", 1),
                        "welcome",
                        1,
                        Channel.EMAIL,
                        usual.content().key()),
                1,
                usual.to(),
                usual.content(),
                usual.reason(),
                usual.lead(),
                usual.dueAt(),
                usual.expiresAt());
    }

    @Test
    void a_clients_mistake_is_a_problem_that_names_the_cure() throws Exception {
        assertThat(ask("GET", "/api/v1/deliveries?leadId=%3Cscript%3E", "").statusCode())
                .isEqualTo(400);
        assertThat(ask("GET", "/api/v1/deliveries", "").body()).contains("?leadId=");
        assertThat(ask("GET", "/api/v1/templates/nothing", "").statusCode()).isEqualTo(404);
        assertThat(ask("GET", "/api/v1/letter-batches/items/nothing", "").statusCode())
                .isEqualTo(400);
        assertThat(ask("PUT", "/api/v1/templates/x", "{").statusCode()).isEqualTo(400);
        assertThat(ask("PUT", "/api/v1/templates/x", "{}").statusCode()).isEqualTo(400);
        assertThat(ask("PUT", "/api/v1/templates/A%20b", "{\"source\":\"x\"}").statusCode())
                .isEqualTo(400);
        HttpResponse<String> stranger = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address("/api/v1/templates")).build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(stranger.statusCode()).isEqualTo(401);
    }

    @Test
    void a_touch_with_a_library_item_brings_its_words() {
        var item = new dev.seventouch.events.library.LibraryItem(
                "grid-fees",
                "Grid fees fall for firms with a battery",
                "First paragraph.\n\nSecond & last.",
                dev.seventouch.events.library.LibraryItem.Reason.LAW,
                "a new rule",
                java.util.Set.of("law"),
                java.util.Set.of(Channel.EMAIL),
                null,
                null,
                1,
                Map.of());
        send(Topics.LIBRARY, new dev.seventouch.events.library.LibraryEvent.Published(item, Instant.now()));
        await().atMost(SOON)
                .until(() -> mailer.getBean(dev.seventouch.mailer.template.Library.class)
                        .find("grid-fees")
                        .isPresent());
        Lead lead = TestTouches.person(5, "Jonas Brandt", "lead5@example.com");
        TouchEvent.Due plain = TestTouches.email(lead, "useful-1", 1, Instant.now());
        TouchEvent.Due due = new TouchEvent.Due(
                plain.touch(),
                1,
                Recipient.LEAD,
                Content.item("library-item", "grid-fees"),
                plain.reason(),
                lead,
                plain.dueAt(),
                plain.expiresAt());
        send(Topics.TOUCHES, due);

        assertThat(outcomesOf(due, 1)).singleElement().isInstanceOf(TouchOutcome.HandedOver.class);
        assertThat(mailsTo("lead5@example.com")).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("Grid fees fall for firms with a battery");
            assertThat(mail.html()).contains("<p>First paragraph.</p>", "Second &amp; last.");
            assertThat(mail.text()).contains("Second & last.");
        });
    }

    private static <V> void send(Topic<V> topic, V event) {
        producer.send(new ProducerRecord<>(topic.name(), topic.keyOf(event), topic.encode(event)));
        producer.flush();
    }

    private static <V> void sendWithHeaders(Topic<V> topic, V event) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(topic.name(), topic.keyOf(event), topic.encode(event));
        topic.headersOf(event, "/elsewhere").forEach(record.headers()::add);
        producer.send(record);
        producer.flush();
    }

    private static List<TouchOutcome> outcomesOf(TouchEvent.Due due, int atLeast) {
        await().atMost(SOON).until(() -> seen(due.touch().id()).size() >= atLeast);
        return seen(due.touch().id());
    }

    private static List<TouchOutcome> seen(TouchId touch) {
        consumer.poll(Duration.ofMillis(100)).forEach(record -> {
            if (Topics.OUTCOMES.decode(record.value()) instanceof Decoded.Readable<TouchOutcome>(var outcome)) {
                outcomes.add(outcome);
            }
        });
        return outcomes.stream()
                .filter(outcome -> outcome.touch().id().equals(touch))
                .toList();
    }

    private static List<InboxMessage> mailsTo(String address) {
        return inbox.messages().stream()
                .filter(mail -> mail.recipients().contains(address))
                .toList();
    }

    private static URI address(String path) {
        int port = mailer.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static String get(String path) throws Exception {
        HttpResponse<String> answer = ask("GET", path, "");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static HttpResponse<String> put(String id, String source) throws Exception {
        String json = "{\"source\":\"" + quoted(source) + "\"}";
        return ask("PUT", "/api/v1/templates/" + id, json);
    }

    private static String quoted(String source) {
        return source.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    private static HttpResponse<String> ask(String method, String path, String body) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address(path))
                                .header("Authorization", "Bearer " + KEY)
                                .header("Content-Type", "application/json")
                                .method(method, HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
