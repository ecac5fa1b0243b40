package dev.seventouch.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.signal.Signal;
import dev.seventouch.events.touch.EnrollmentId;
import dev.seventouch.events.touch.TouchId;
import dev.seventouch.events.wire.Topics;
import dev.seventouch.intake.mailbox.Mails;
import dev.seventouch.service.link.TouchMarks;
import dev.seventouch.service.link.TouchMarks.Mark;
import dev.seventouch.service.store.SuppressionDocument;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.util.TestSocketUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service with a mailbox on a real IMAP server. */
class MailboxTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int PORT = TestSocketUtils.findAvailableTcpPort();

    static GreenMail server;
    static GreenMailUser box;
    static House house;

    /** The server comes up after the one who reads it: the first attempts fail. */
    @BeforeAll
    static void open(@TempDir Path directory) {
        house = new House(
                directory,
                "../campaigns",
                House.ALONE,
                "--seventouch.intake.mailbox.host=127.0.0.1",
                "--seventouch.intake.mailbox.port=" + PORT,
                "--seventouch.intake.mailbox.user=box",
                "--seventouch.intake.mailbox.password=secret",
                "--seventouch.intake.mailbox.security=none",
                "--seventouch.intake.mailbox.leads=Sales@nordlicht.example=by-mail,fair@nordlicht.example=trade-fair",
                "--seventouch.intake.mailbox.own=@nordlicht.example,partner@example.net",
                "--seventouch.intake.mailbox.poll=1s");
        server = new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        server.start();
        box = server.setUser("box@nordlicht.example", "box", "secret");
    }

    @AfterAll
    static void close() {
        house.close();
        server.stop();
    }

    @Test
    void a_bounce_is_heard_of_with_its_touch_and_its_reason() {
        LeadId lead = captured("gone@example.com");
        deliver("postfix-hard", lead);

        assertThat(theOneSignalOf(lead)).isInstanceOfSatisfying(Signal.Bounced.class, bounce -> {
            assertThat(bounce.permanent()).isTrue();
            assertThat(bounce.why()).isEqualTo("5.1.1");
            assertThat(bounce.touch()).isEqualTo(touch(lead));
        });
        assertThat(ledger(lead)).isNull();
    }

    @Test
    void a_complaint_stops_everything_at_once() {
        LeadId lead = captured("cross@example.com");
        deliver("complaint", lead);

        assertThat(theOneSignalOf(lead)).isInstanceOf(Signal.Complained.class);
        assertThat(ledger(lead)).isNotNull();
    }

    @Test
    void a_stop_by_mail_is_in_the_ledger_like_any_other() {
        LeadId lead = captured("basta@example.com");
        deliver("stop-mailto", lead);

        assertThat(theOneSignalOf(lead)).isInstanceOfSatisfying(Signal.Unsubscribed.class, stop -> {
            assertThat(stop.fromEverything()).isTrue();
            assertThat(stop.touch()).isEqualTo(touch(lead));
        });
        assertThat(ledger(lead)).isNotNull();
    }

    @Test
    void who_writes_stop_without_an_answer_is_known_by_the_address() {
        LeadId lead = captured("ada@example.com");
        deliver("stop-in-subject", captured("nobody-else@example.com"));

        assertThat(theOneSignalOf(lead)).isInstanceOf(Signal.Unsubscribed.class);
    }

    @Test
    void the_words_of_a_reply_are_kept_with_the_lead_and_not_in_the_signal() {
        LeadId lead = captured("curious@example.com");
        deliver("reply-gmail", lead);

        assertThat(theOneSignalOf(lead))
                .isInstanceOfSatisfying(
                        Signal.Replied.class, reply -> assertThat(reply.touch()).isEqualTo(touch(lead)));
        assertThat(house.events(Topics.LEADS, lead.value())
                        .getLast()
                        .lead()
                        .lastConversation()
                        .said())
                .isEqualTo("Please don't stop: what would 200 m2 cost?");
        assertThat(house.records(Topics.SIGNALS))
                .noneMatch(record -> new String(record.value(), StandardCharsets.UTF_8).contains("200 m2"));
    }

    @Test
    void the_words_of_whoever_writes_from_another_address_are_kept_with_the_lead() {
        LeadId lead = captured("former@example.com");
        LeadId other = captured("present@example.com");
        assertThat(house.json("/api/v1/leads/" + lead + "/email", "{\"email\":\"present@example.com\"}")
                        .statusCode())
                .isEqualTo(202);
        deliver("reply-gmail", other);

        assertThat(theOneSignalOf(lead)).isInstanceOf(Signal.Replied.class);
        assertThat(saidLast(lead)).isEqualTo("Please don't stop: what would 200 m2 cost?");

        JsonNode mail = unclear("From: P <q@elsewhere.example>", "Rather in the evening.");
        assertThat(decide(mail, "{\"is\":\"reply\",\"email\":\"present@example.com\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(signals(lead)).hasSize(2);
        assertThat(saidLast(lead)).isEqualTo("Rather in the evening.");
        assertThat(house.captures(other))
                .allSatisfy(captured ->
                        assertThat(captured.lead().lastConversation()).isNull());
    }

    @Test
    void a_machine_that_answers_changes_nothing() {
        LeadId lead = captured("away@example.com");
        deliver("away-de", lead);

        assertThat(theOneSignalOf(lead)).isInstanceOf(Signal.AutoReplied.class);
        assertThat(house.events(Topics.LEADS, lead.value())).hasSize(1);
        assertThat(ledger(lead)).isNull();
    }

    @Test
    void what_is_forged_changes_nothing_and_waits_for_a_person_until_it_is_done() {
        LeadId lead = captured("victim@example.com");
        String before = waiting().toString();
        deliver("forged-bounce", lead);

        await().atMost(SOON).until(() -> !waiting().toString().equals(before));
        JsonNode mail = waiting().get(0);
        assertThat(mail.get("why").asString()).contains("without a mark of ours");
        assertThat(mail.get("from").asString()).isEqualTo("MAILER-DAEMON@evil.example");
        assertThat(signals(lead)).isEmpty();

        String done = "/api/v1/inbox/" + mail.get("id").asString() + "/done";
        assertThat(house.json(done, "{}").statusCode()).isEqualTo(204);
        assertThat(house.json(done, "{}").statusCode()).isEqualTo(404);
        assertThat(waiting().toString()).isEqualTo(before);
    }

    @Test
    void who_is_forgotten_is_forgotten_in_the_list_too() {
        LeadId lead = captured("a.lovelace@elsewhere.example");
        deliver("reply-by-list", lead);
        await().atMost(SOON).until(() -> waiting().toString().contains("a.lovelace@elsewhere.example"));

        assertThat(house.send(house.request("/api/v1/leads/" + lead, "Authorization", "Bearer " + House.KEY)
                                .DELETE())
                        .statusCode())
                .isEqualTo(204);

        await().atMost(SOON).until(() -> !waiting().toString().contains("a.lovelace@elsewhere.example"));
    }

    @Test
    void the_list_is_for_operators() {
        assertThat(house.get("/api/v1/inbox").statusCode()).isEqualTo(401);
        assertThat(house.get("/api/v1/inbox/0").statusCode()).isEqualTo(401);
    }

    @Test
    void who_is_named_in_a_mail_of_somebody_else_is_forgotten_with_it() {
        LeadId named = captured("named@example.com");
        JsonNode mail = unclear("From: Bert <bert@example.net>", "I speak for <named@example.com>.");
        String path = "/api/v1/inbox/" + mail.get("id").asString();
        assertThat(JSON.readTree(house.operatorGet(path).body()).get("text").asString())
                .isEqualTo("I speak for <named@example.com>.");

        assertThat(house.delete("/api/v1/leads/" + named).statusCode()).isEqualTo(204);

        assertThat(house.operatorGet(path).statusCode()).isEqualTo(404);
    }

    @Test
    void a_person_says_that_it_is_a_reply_of_somebody_and_says_it_twice() {
        LeadId lead = captured("privately@example.com");
        JsonNode mail = unclear("From: P <p@elsewhere.example>", "Yes, call me\u202E please.\n\n> Shall we call?");
        assertThat(mail.get("why").asString()).isEqualTo("replied, by nobody who is known");
        assertThat(mail.get("text").isNull()).as("the list has no words").isTrue();
        String reply = "{\"is\":\"reply\",\"email\":\"privately@example.com\"}";

        HttpResponse<String> answer = decide(mail, reply);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(theOneSignalOf(lead)).isInstanceOf(Signal.Replied.class);
        assertThat(house.events(Topics.LEADS, lead.value())
                        .getLast()
                        .lead()
                        .lastConversation()
                        .said())
                .isEqualTo("Yes, call me  please.");
        assertThat(waiting().toString()).doesNotContain(mail.get("id").asString());
        assertThat(decide(mail, reply).body()).isEqualTo(answer.body());
        assertThat(decide(mail, "{\"is\":\"nothing\"}").statusCode()).isEqualTo(409);
        assertThat(signals(lead)).hasSize(1);
        assertThat(house.operatorGet("/api/v1/audit?leadId=" + lead).body()).containsOnlyOnce("mail-decided");
    }

    @Test
    void a_person_says_that_it_is_a_stop_of_an_address_that_nobody_knows_yet() {
        JsonNode mail = unclear("From: Office <office@example.net>", "Our Ms. Unknown wants no more of it.");
        assertThat(decide(mail, "{\"is\":\"stop\",\"email\":\"ms.unknown@example.net\"}")
                        .statusCode())
                .isEqualTo(200);

        LeadId unknown = house.idOf("ms.unknown@example.net");
        assertThat(ledger(unknown)).isNotNull();
        assertThat(theOneSignalOf(unknown)).isInstanceOf(Signal.Unsubscribed.class);
    }

    @Test
    void what_can_not_be_decided_names_the_field_and_leaves_the_mail_where_it_is() {
        JsonNode mail = unclear("From: Q <q@elsewhere.example>", "What is it?");
        for (String wrong : List.of(
                "{}",
                "{\"is\":\"spam\"}",
                "{\"is\":\"reply\"}",
                "{\"is\":\"reply\",\"email\":\"nobody-of-ours@example.com\"}",
                "{\"is\":\"stop\",\"email\":\"nobody\"}",
                "{\"is\":\"stop\",\"leadId\":\"" + "a".repeat(26) + "\"}",
                "{\"is\":\"stop\",\"leadId\":\"x\"}",
                "{\"is\":\"nothing\",\"email\":\"q@elsewhere.example\"}",
                "{\"is\":\"nothing\",\"why\":\"so\"}")) {
            HttpResponse<String> refused = decide(mail, wrong);
            assertThat(refused.statusCode()).as(wrong + refused.body()).isEqualTo(400);
            assertThat(refused.body()).contains("\"errors\"");
        }
        assertThat(waiting().toString()).contains(mail.get("id").asString());
        assertThat(house.operatorGet("/api/v1/inbox?limit=0").statusCode()).isEqualTo(400);
        assertThat(house.operatorGet("/api/v1/inbox?before=x").statusCode()).isEqualTo(400);
        assertThat(decide(mail, "{\"is\":\"nothing\"}").statusCode()).isEqualTo(200);
    }

    @Test
    void the_list_comes_in_parts() {
        unclear("From: One <one@elsewhere.example>", "One?");
        unclear("From: Two <two@elsewhere.example>", "Two?");
        JsonNode first =
                JSON.readTree(house.operatorGet("/api/v1/inbox?limit=1").body());
        JsonNode second =
                JSON.readTree(house.operatorGet(first.get("next").asString()).body());

        assertThat(first.get("mails")).hasSize(1);
        assertThat(second.get("mails")).hasSize(1);
        assertThat(second.get("mails")).isNotEqualTo(first.get("mails"));
    }

    @Test
    void what_was_read_says_nothing_new_after_a_restart_or_when_the_server_counts_anew() {
        LeadId first = captured("first@example.com");
        deliver("postfix-hard", first);
        theOneSignalOf(first);

        house.intake.close();
        try (MongoClient client = MongoClients.create(house.store.uri())) {
            client.getDatabase("intake")
                    .getCollection("mailboxes")
                    .updateMany(Filters.empty(), Updates.set("validity", 1L));
        }
        house.startIntake();
        LeadId last = captured("last@example.com");
        deliver("gmail-full", last);

        // The last of all mails is read: all those before it have been read once more.
        assertThat(theOneSignalOf(last)).isInstanceOf(Signal.Bounced.class);
        assertThat(signals(first)).hasSize(1);
    }

    // ---- strangers who write

    @Test
    void a_stranger_who_writes_becomes_a_lead_with_what_the_mail_tells() {
        deliver("""
                From: =?UTF-8?Q?Rosa_M=C3=BCller?= <rosa@firma.example>
                To: Nordlicht <sales@nordlicht.example>
                Subject: A roof in Kiel
                Message-ID: <rosa-1@firma.example>
                Content-Language: de-DE, en
                Content-Type: text/plain; charset=UTF-8

                Guten Tag,
                was kosten 80 m²?
                """.replace("\n", "\r\n"));
        LeadId lead = house.idOf("rosa@firma.example");

        LeadEvent.Captured captured = theOneCaptureOf(lead);
        assertThat(captured.lead().contact().name()).isEqualTo("Rosa Müller");
        assertThat(captured.lead().contact().language()).isEqualTo("de-DE");
        assertThat(captured.lead().origin().source()).isEqualTo("by-mail");
        assertThat(captured.lead().origin().consent().wording())
                .isEqualTo("They wrote to sales@nordlicht.example by themselves; nothing else was agreed.");
        assertThat(captured.lead().origin().consent().ip()).isNull();
        assertThat(captured.lead().attributes())
                .containsEntry("notes", "Guten Tag,\nwas kosten 80 m²?")
                .containsEntry("subject", "A roof in Kiel");
        assertThat(waiting().toString()).doesNotContain("rosa@");

        // Another copy of it is not an answer; the next mail is one.
        deliver(enquiry("rosa@firma.example", "fair", "Message-ID: <rosa-1@firma.example>\r\n"));
        deliver(enquiry("rosa@firma.example", "sales", "Message-ID: <rosa-2@firma.example>\r\n"));
        assertThat(theOneSignalOf(lead)).isInstanceOf(Signal.Replied.class);
        assertThat(house.captures(lead).getLast().lead().origin().source()).isEqualTo("by-mail");
    }

    @Test
    void a_name_and_a_language_that_are_none_cost_nobody_a_lead() {
        deliver(enquiry("odd@firma.example", "fair", "Content-Language: xx-qqqqq-1\r\n")
                .replace("From: ", "From: \"" + "x".repeat(300) + "\" "));

        LeadEvent.Captured captured = theOneCaptureOf(house.idOf("odd@firma.example"));
        assertThat(captured.lead().origin().source()).isEqualTo("trade-fair");
        assertThat(captured.lead().attributes()).containsEntry("notes", "Tell me more.");
    }

    @Test
    void machines_lists_and_our_own_people_become_no_leads() {
        deliver(enquiry("away@firma.example", "sales", "Auto-Submitted: auto-replied\r\n"));
        deliver(enquiry("bulk@firma.example", "sales", "Precedence: bulk\r\n"));
        deliver(enquiry("list@firma.example", "sales", "List-Id: <l.firma.example>\r\n"));
        deliver(enquiry("news@firma.example", "sales", "List-Unsubscribe: <https://firma.example/u>\r\n"));
        deliver(enquiry("old-list@firma.example", "sales", "Precedence: list\r\n"));
        deliver(enquiry("mailer-daemon@firma.example", "sales", ""));
        deliver(enquiry("no-reply@firma.example", "sales", "Return-Path: <>\r\n"));
        deliver(enquiry("colleague@nordlicht.example", "sales", ""));
        deliver(enquiry("partner@example.net", "sales", ""));
        deliver(enquiry("elsewhere@firma.example", "info", ""));
        deliver(enquiry("last@firma.example", "sales", ""));

        // The last of all mails is read: all those before it have been.
        theOneCaptureOf(house.idOf("last@firma.example"));
        for (String nobody : List.of(
                "away@firma.example",
                "bulk@firma.example",
                "list@firma.example",
                "news@firma.example",
                "old-list@firma.example",
                "mailer-daemon@firma.example",
                "no-reply@firma.example",
                "colleague@nordlicht.example",
                "partner@example.net",
                "elsewhere@firma.example")) {
            assertThat(house.captures(house.idOf(nobody))).as(nobody).isEmpty();
        }
    }

    @Test
    void who_has_said_stop_is_a_fact_and_is_not_let_out_of_the_ledger() {
        LeadId lead = house.idOf("stopped@firma.example");
        assertThat(house.json("/api/v1/signals", "{\"type\":\"unsubscribed\",\"email\":\"stopped@firma.example\"}")
                        .statusCode())
                .isEqualTo(202);
        deliver(enquiry("stopped@firma.example", "sales", ""));

        theOneCaptureOf(lead);
        assertThat(ledger(lead)).isNotNull();
    }

    @Test
    void a_mail_that_was_begun_before_a_crash_makes_the_same_lead_and_no_answer() {
        LeadId lead = house.idOf("crash@firma.example");
        deliver(enquiry("crash@firma.example", "sales", ""));
        theOneCaptureOf(lead);
        try (MongoClient client = MongoClients.create(house.store.uri())) {
            // As if it ended before what came of it was kept.
            client.getDatabase("intake").getCollection("inbox").deleteOne(Filters.eq("lead", lead.value()));
            house.intake.close();
            client.getDatabase("intake").getCollection("mailboxes").deleteMany(Filters.empty());
        }
        house.startIntake();
        deliver(enquiry("after-crash@firma.example", "sales", ""));

        theOneCaptureOf(house.idOf("after-crash@firma.example"));
        assertThat(signals(lead)).isEmpty();
        assertThat(house.captures(lead)).hasSize(1);
    }

    private static String enquiry(String from, String to, String headers) {
        return "From: <" + from + ">\r\nTo: info@nordlicht.example\r\nDelivered-To: " + to + "@nordlicht.example\r\n"
                + headers + "Subject: More\r\n\r\nTell me more.\r\n";
    }

    private static LeadEvent.Captured theOneCaptureOf(LeadId lead) {
        await().atMost(SOON).until(() -> !house.captures(lead).isEmpty());
        assertThat(house.captures(lead)).hasSize(1);
        return house.captures(lead).getFirst();
    }

    // ---- helpers

    private static String saidLast(LeadId lead) {
        return house.captures(lead).getLast().lead().lastConversation().said();
    }

    private static Signal theOneSignalOf(LeadId lead) {
        await().atMost(SOON).until(() -> !signals(lead).isEmpty());
        assertThat(signals(lead)).hasSize(1);
        return signals(lead).getFirst();
    }

    /** A mail of a stranger, as it waits. */
    private static JsonNode unclear(String from, String text) {
        deliver(from + "\r\nSubject: " + text.substring(0, 4) + "\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\n"
                + text.replace("\n", "\r\n"));
        String address = from.substring(from.indexOf('<') + 1, from.indexOf('>'));
        await().atMost(SOON).until(() -> waiting().toString().contains(address));
        return StreamSupport.stream(waiting().spliterator(), false)
                .filter(mail -> mail.get("from").asString().equals(address))
                .findFirst()
                .orElseThrow();
    }

    private static HttpResponse<String> decide(JsonNode mail, String decision) {
        return house.json("/api/v1/inbox/" + mail.get("id").asString() + "/decision", decision);
    }

    private static void deliver(String file, LeadId lead) {
        TouchMarks marks = house.intake.getBean(TouchMarks.class);
        deliver(Mails.of(file, marks, new Mark(lead, touch(lead))));
    }

    private static void deliver(String mail) {
        try {
            box.deliver(new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8))));
        } catch (jakarta.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static TouchId touch(LeadId lead) {
        return TouchId.of(EnrollmentId.of(lead, "website", 1), "welcome", 1);
    }

    private static JsonNode waiting() {
        return JsonMapper.shared()
                .readTree(house.operatorGet("/api/v1/inbox").body())
                .get("mails");
    }

    private static List<Signal> signals(LeadId lead) {
        return house.events(Topics.SIGNALS, lead.value());
    }

    private static SuppressionDocument ledger(LeadId lead) {
        return SuppressionDocument.in(house.intake.getBean(MongoClient.class))
                .find(Filters.eq("_id", lead.value()))
                .first();
    }

    private static LeadId captured(String email) {
        HttpResponse<String> answer = house.json("/api/v1/leads", "{\"email\":\"" + email + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        LeadId lead = new LeadId(
                JsonMapper.shared().readTree(answer.body()).get("leadId").asString());
        await().atMost(SOON)
                .until(() -> house.operatorGet("/api/v1/leads/" + lead).statusCode() == 200);
        return lead;
    }
}
