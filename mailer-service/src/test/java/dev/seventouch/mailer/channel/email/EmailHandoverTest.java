package dev.seventouch.mailer.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.outcome.Fault;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.Recipient;
import dev.seventouch.events.touch.TouchEvent;
import dev.seventouch.mailer.Campaign;
import dev.seventouch.mailer.TestTouches;
import dev.seventouch.mailer.delivery.Handover.Answer;
import dev.seventouch.mailer.delivery.Handover.Parcel;
import dev.seventouch.mailer.template.Rendered;
import dev.seventouch.mailer.template.SampleTouches;
import dev.seventouch.mailer.template.Template;
import dev.seventouch.mailer.template.TemplateShelf;
import dev.seventouch.mailer.template.TouchModel;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailHandoverTest {

    private static final Instant NOON = Mails.NOON;
    private static final TemplateShelf SHELF = Mails.SHELF;

    private final ScriptedRelay relay = new ScriptedRelay();
    private final EmailHandover email = handover(relay.port(), Relay.Encryption.NEVER);

    @AfterEach
    void close() throws IOException {
        email.close();
        relay.close();
    }

    @Test
    void a_mail_that_is_taken_brings_the_relays_words_and_the_connection_serves_the_next() {
        assertThat(send(1)).isEqualTo(new Answer.Taken("250 2.0.0 Ok: queued as 1 for <…>"));
        assertThat(send(2)).isInstanceOf(Answer.Taken.class);
        assertThat(relay.mails).hasSize(2);
        assertThat(relay.connections).isEqualTo(1);
    }

    @Test
    void a_connection_that_the_relay_closed_meanwhile_is_replaced_and_the_last_look_taken_again() {
        send(1);
        relay.hangUp();
        AtomicInteger looks = new AtomicInteger();
        assertThat(email.handOver(parcel(2), () -> looks.incrementAndGet() > 0)).isInstanceOf(Answer.Taken.class);
        assertThat(looks).hasValue(2);
        assertThat(relay.mails).hasSize(2);
    }

    @Test
    void a_stop_between_two_tries_is_heeded() {
        send(1);
        relay.hangUp();
        AtomicInteger looks = new AtomicInteger();
        assertThat(email.handOver(parcel(2), () -> looks.incrementAndGet() == 1))
                .isInstanceOf(Answer.Stopped.class);
        assertThat(relay.mails).hasSize(1);
    }

    @Test
    void after_a_no_nothing_begins() {
        assertThat(email.handOver(parcel(1), () -> false)).isInstanceOf(Answer.Stopped.class);
        assertThat(relay.commands).noneMatch(command -> command.startsWith("MAIL"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ada Lovelace",
                "Zoë Müller-Lüdenscheidt",
                "李明",
                "O'Neil, \"The Roof\" <boss@example.org>",
                "a very long name that goes on and on and on and on and on until no line can hold it any longer at all",
                "🌞 Sunny",
                "=?utf-8?q?tricky?="
            })
    void a_name_of_any_kind_is_one_name_in_one_header(String name) throws Exception {
        assertThat(email.handOver(parcel(TestTouches.person(1, name, "a@example.com")), () -> true))
                .isInstanceOf(Answer.Taken.class);
        String raw = relay.mails.getFirst();
        MimeMessage mail = parsed(raw);
        InternetAddress to = (InternetAddress) mail.getAllRecipients()[0];
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(to.getAddress()).isEqualTo("a@example.com");
        assertThat(to.getPersonal()).isEqualTo(name.replace("=?", "= ?"));
        assertThat(Arrays.stream(raw.split("\r\n", -1))).allMatch(line -> line.length() <= 998);
        assertThat(raw.chars()).allMatch(c -> c < 128);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Eve\r\nBcc: all@example.com", "Eve\nX: y", "Eve\r", "Eve\u0000", "Eve\u2028X: y", "Eve\u0085"})
    void a_header_can_not_be_smuggled_in(String name) {
        Lead eve = TestTouches.person(1, name, "a@example.com");
        assertThat(email.handOver(parcel(eve), () -> true))
                .isInstanceOfSatisfying(
                        Answer.Never.class, never -> assertThat(never.fault()).isEqualTo(Fault.CONTENT));
        Rendered bad = new Rendered(
                dev.seventouch.mailer.template.Kind.EMAIL,
                name,
                SampleTouches.WAYS.unsubscribe().toString(),
                SampleTouches.WAYS.unsubscribe().toString(),
                "en",
                true);
        Parcel parcel = new Parcel(parcel(1).due(), bad, SampleTouches.WAYS, false);
        assertThat(email.handOver(parcel, () -> true)).isInstanceOf(Answer.Never.class);
        assertThat(relay.mails).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "|no email address",
                "nobody|no usable email address",
                "a@b@c.example|no usable email address",
                "a@example.com, b@example.com|no usable email address",
                "<a@example.com>|no usable email address",
                "j ürgen@example.com|no usable email address"
            })
    void an_address_that_is_none_is_an_obstacle(String address, String obstacle) {
        assertThat(email.obstacle(TestTouches.email(TestTouches.person(1, "A", address), "welcome", 1, NOON)))
                .isEqualTo(obstacle);
    }

    @Test
    void an_international_domain_goes_as_a_labels() throws Exception {
        email.handOver(parcel(TestTouches.person(1, "A", "a@müller.example")), () -> true);
        assertThat(relay.commands).contains("RCPT TO:<a@xn--mller-kva.example>");
    }

    @Test
    void a_mail_without_a_way_out_never_leaves() {
        Rendered dumb = new Rendered(dev.seventouch.mailer.template.Kind.EMAIL, "x", "<p>x</p>", "x", "en", true);
        assertThat(email.handOver(new Parcel(parcel(1).due(), dumb, SampleTouches.WAYS, false), () -> true))
                .isInstanceOf(Answer.Never.class);
    }

    /** Python's parser as a second opinion on what we wrote. */
    @Test
    void a_foreign_parser_reads_what_we_meant() throws Exception {
        Lead lead = TestTouches.person(1, "Zoë Brandt", "zoe@example.com");
        send(parcel(lead));
        String script = """
                import sys, email, email.policy
                m = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
                assert not m.defects, m.defects
                print(m['Message-ID']); print(m['To']); print(m['From']); print(m['Reply-To'])
                print(m['List-ID']); print(m['List-Unsubscribe-Post']); print(m['List-Unsubscribe'])
                print(m['Feedback-ID']); print(m['Auto-Submitted']); print(m['Date'])
                print(m.get_content_type(), [p.get_content_type() for p in m.iter_parts()], [p.get_content_charset() for p in m.iter_parts()])
                print(len(m.get_all('From')), len(m.get_all('Subject')), len(m.get_all('Date')), len(m.get_all('Message-ID')))
                assert 'Hafenstraße 7' in m.get_body(('plain',)).get_content()
                assert 'Hafenstraße 7' in m.get_body(('html',)).get_content()
                assert m.get_body(('plain',)).get_content().startswith('Hello Zoë,')
                """;
        Process python;
        try {
            python = new ProcessBuilder("python3", "-c", script)
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            System.out.println("SKIPPED: the second opinion on a mail, because python3 is not there");
            return;
        }
        python.getOutputStream().write(relay.mails.getFirst().getBytes(StandardCharsets.ISO_8859_1));
        python.getOutputStream().close();
        String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(python.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(python.exitValue()).as(said).isZero();
        String id = TestTouches.email(lead, "welcome", 1, NOON).touch().id().value();
        assertThat(said.lines())
                .containsExactly(
                        "<" + id + "@nordlicht.example>",
                        "Zoë Brandt <zoe@example.com>",
                        "\"Mara Lindqvist, Nordlicht Solar\" <hello@nordlicht.example>",
                        "Mara Lindqvist <mara@nordlicht.example>",
                        "Nordlicht Solar <website-enquiry.nordlicht.example>",
                        "List-Unsubscribe=One-Click",
                        "<https://follow.nordlicht.example/u/sample>, <mailto:stop@nordlicht.example?subject=stop%20"
                                + id + ">",
                        "website-enquiry:nordlicht.example:follow-up:seventouch",
                        "None",
                        "Thu, 12 Mar 2026 11:00:00 +0000",
                        "multipart/alternative ['text/plain', 'text/html'] ['utf-8', 'utf-8']",
                        "1 1 1 1");
    }

    @Test
    void an_alert_to_the_owner_has_no_way_out_and_says_that_it_is_automatic() throws Exception {
        Lead lead = TestTouches.person(1, "Ada", "ada@example.com");
        TouchEvent.Due alert =
                TestTouches.due(lead, "ready", 1, NOON, Channel.EMAIL, Recipient.OWNER, "ready-to-buy-alert");
        Template template = SHELF.find("ready-to-buy-alert").orElseThrow();
        email.handOver(
                new Parcel(
                        alert,
                        SHELF.fill(template, TouchModel.of(alert, null, Campaign.SENDER, "en", null, NOON)),
                        null,
                        false),
                () -> true);
        MimeMessage mail = parsed(relay.mails.getFirst());
        assertThat(mail.getAllRecipients()[0].toString()).contains("mara@nordlicht.example");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("List-Unsubscribe")).isNull();
        assertThat(mail.getHeader("Reply-To")).isNull();
    }

    private Answer send(int number) {
        return send(parcel(number));
    }

    private Answer send(Parcel parcel) {
        return email.handOver(parcel, () -> true);
    }

    private static Parcel parcel(int number) {
        return Mails.parcel(number);
    }

    private static Parcel parcel(Lead lead) {
        return Mails.parcel(lead);
    }

    private static MimeMessage parsed(String raw) throws Exception {
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(raw.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static EmailHandover handover(int port, Relay.Encryption encryption) {
        return Mails.handover(List.of(Mails.relay(port, encryption)), Mails.LIMITS);
    }
}
