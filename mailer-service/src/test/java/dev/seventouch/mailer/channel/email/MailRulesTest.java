package dev.seventouch.mailer.channel.email;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.events.lead.Contact;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.Origin;
import dev.seventouch.events.lead.Rep;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.Recipient;
import dev.seventouch.events.touch.TouchEvent;
import dev.seventouch.mailer.Campaign;
import dev.seventouch.mailer.TestTouches;
import dev.seventouch.mailer.delivery.Handover.Answer;
import dev.seventouch.mailer.delivery.Handover.Parcel;
import dev.seventouch.mailer.template.Kind;
import dev.seventouch.mailer.template.SampleTouches;
import dev.seventouch.mailer.template.Template;
import dev.seventouch.mailer.template.TemplateMistake;
import dev.seventouch.mailer.template.TemplateShelf;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The rules that mail must meet, held by every mail that the shipped templates make for leads with strange words in every
 * field: RFC 5322, 2045 to 2047, 8058, 2369, 2919, 3834.
 */
class MailRulesTest {

    /** Words that have broken other senders; those with control characters are in {@link #REFUSED}. */
    static final List<String> NAUGHTY = List.of(
            "Jonas Brandt",
            "undefined",
            "null",
            "NaN",
            "''",
            "\"",
            "\\",
            "\"; DROP TABLE leads; --",
            "<script>alert(1)</script>",
            "${7*7}",
            "#{7*7}",
            "=cmd|' /C calc'!A0",
            "=?utf-8?B?QmNjOiBhbGw=?=",
            "a@b.c, d@e.f",
            "Group: a@b.c;",
            "(comment)",
            "undisclosed-recipients:;",
            "Ω≈ç√∫˜µ≤≥÷",
            "田中さんにあげて下さい",
            "﷽",
            "مُنَاقَشَةُ",
            "בְּרֵאשִׁית",
            "Z̮̞̠͙͔ͅḀ̗̞͈̻̗Ḷ͙͎̯̹̞͓G̻O̭̗̮",
            "👩‍👩‍👧‍👦 🏳️‍🌈",
            "𝕋𝕙𝕖 𝕢𝕦𝕚𝕔𝕜",
            "İıßﬁ",
            "\u200f\u202etest\u202c",
            "\u200b\ufeff",
            ".",
            "..",
            "From ",
            ">From me",
            "x".repeat(300),
            "word ".repeat(60).strip(),
            "é".repeat(200));

    private static final List<String> REFUSED = List.of(
            "a\r\nBcc: x@example.org", "a\nb", "a\rb", "a\u0000b", "a\u0085b", "a\u2028b", "a\u2029b", "\u007f");

    private static final ScriptedRelay RELAY = new ScriptedRelay();
    private static final List<String> MAILS = new ArrayList<>();

    @TempDir
    static Path directory;

    @BeforeAll
    static void writeAll() throws TemplateMistake, IOException {
        TemplateShelf shelf = Campaign.shelf();
        try (EmailHandover email =
                Mails.handover(List.of(Mails.relay(RELAY.port(), Relay.Encryption.NEVER)), Mails.LIMITS)) {
            for (TemplateShelf.Entry entry : shelf.entries()) {
                Template template = entry.good();
                if (template == null || template.kind() != Kind.EMAIL) {
                    continue;
                }
                for (String words : entry.id().equals("welcome") ? NAUGHTY : NAUGHTY.subList(0, 1)) {
                    assertThat(email.handOver(parcel(shelf, template, odd(words)), () -> true))
                            .as(entry.id() + " for " + words)
                            .isInstanceOf(Answer.Taken.class);
                }
            }
        }
        MAILS.addAll(RELAY.mails);
        // For judges from outside; see docs/operations.md.
        Path kept = Files.createDirectories(Path.of("target", "mails"));
        for (int i = 0; i < MAILS.size(); i++) {
            Files.writeString(kept.resolve(i + ".eml"), MAILS.get(i), ISO_8859_1);
        }
    }

    @AfterAll
    static void close() throws IOException {
        RELAY.close();
    }

    @Test
    void there_are_mails_to_look_at() {
        assertThat(MAILS).hasSizeGreaterThan(NAUGHTY.size() + 10);
    }

    @Test
    void every_line_is_ascii_ends_with_crlf_and_is_short() {
        assertThat(MAILS).allSatisfy(mail -> {
            assertThat(mail.chars()).allMatch(c -> c == '\r' || c == '\n' || (c >= 0x20 && c < 0x7f) || c == '\t');
            String[] lines = mail.split("\r\n", -1);
            assertThat(Arrays.stream(lines)).noneMatch(line -> line.contains("\r") || line.contains("\n"));
        });
        // RFC 5322 2.1.1: at most 998, and 78 are aimed at. A single word that long stays whole.
        assertThat(MAILS.stream().flatMap(mail -> Arrays.stream(mail.split("\r\n", -1))))
                .allMatch(line -> line.length() <= 998)
                .filteredOn(line -> line.length() > 78)
                .allMatch(
                        line -> line.strip().replaceFirst("^[A-Za-z-]+: ?", "").indexOf(' ') < 0);
    }

    @Test
    void the_headers_that_must_be_there_are_there_once() throws Exception {
        for (String raw : MAILS) {
            MimeMessage mail = parsed(raw);
            for (String name : List.of(
                    "From",
                    "To",
                    "Subject",
                    "Date",
                    "Message-ID",
                    "MIME-Version",
                    "Content-Type",
                    "List-ID",
                    "Feedback-ID")) {
                assertThat(mail.getHeader(name)).as(name + " of " + raw).hasSize(1);
            }
            for (String name : List.of("Cc", "Bcc", "Sender", "X-Mailer", "Return-Path", "Received")) {
                assertThat(mail.getHeader(name)).as(name).isNull();
            }
            assertThat(mail.getAllRecipients()).hasSize(1);
            assertThat(mail.getFrom()).hasSize(1);
            assertThat(((InternetAddress) mail.getFrom()[0]).getAddress()).isEqualTo("hello@nordlicht.example");
            assertThat(mail.getHeader("Message-ID")[0]).matches("<[0-9a-f]{32}@nordlicht\\.example>");
        }
    }

    @Test
    void one_click_unsubscribe_is_on_every_mail_to_a_lead_and_automatic_on_every_other() throws Exception {
        for (String raw : MAILS) {
            MimeMessage mail = parsed(raw);
            boolean toLead = !mail.getAllRecipients()[0].toString().contains("mara@");
            if (toLead) {
                assertThat(mail.getHeader("List-Unsubscribe")).hasSize(1);
                assertThat(mail.getHeader("List-Unsubscribe")[0].replaceAll("\\s+", ""))
                        .matches("<https://[^<>,]+>,<mailto:[^<>,]+>");
                assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
                if (isRequestToConfirm(mail)) {
                    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
                } else {
                    assertThat(mail.getHeader("Auto-Submitted")).isNull();
                }
            } else {
                assertThat(mail.getHeader("List-Unsubscribe")).isNull();
                assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            }
        }
    }

    @Test
    void the_request_to_confirm_is_among_them_in_each_language() throws Exception {
        int requests = 0;
        for (String raw : MAILS) {
            requests += isRequestToConfirm(parsed(raw)) ? 1 : 0;
        }
        assertThat(requests).isEqualTo(4);
    }

    private static boolean isRequestToConfirm(MimeMessage mail) throws Exception {
        jakarta.mail.Multipart parts = (jakarta.mail.Multipart) mail.getContent();
        return parts.getBodyPart(1)
                .getContent()
                .toString()
                .contains(SampleTouches.WAYS.confirm().toString());
    }

    /** Complaints are counted by its fields: one that changes with each step would count nothing. */
    @Test
    void feedback_ids_tell_the_cadence_and_what_a_mail_is_for_and_nothing_that_changes() throws Exception {
        for (String raw : MAILS) {
            MimeMessage mail = parsed(raw);
            String purpose = mail.getHeader("List-Unsubscribe") == null
                    ? "alert"
                    : isRequestToConfirm(mail) ? "confirmation" : "follow-up";
            assertThat(mail.getHeader("Feedback-ID")[0].replaceAll("\\s+", ""))
                    .isEqualTo("website-enquiry:nordlicht.example:" + purpose + ":seventouch");
        }
    }

    @Test
    void both_parts_are_utf_8_and_a_lead_sees_the_postal_address_and_the_way_to_stop_in_each() throws Exception {
        for (String raw : MAILS) {
            MimeMessage mail = parsed(raw);
            jakarta.mail.Multipart parts = (jakarta.mail.Multipart) mail.getContent();
            assertThat(mail.getContentType()).startsWith("multipart/alternative");
            assertThat(parts.getCount()).isEqualTo(2);
            assertThat(parts.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
            assertThat(parts.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
            if (mail.getHeader("List-Unsubscribe") != null) {
                for (int part = 0; part < 2; part++) {
                    assertThat(parts.getBodyPart(part).getContent().toString())
                            .contains(
                                    "Hafenstraße 7",
                                    SampleTouches.WAYS.unsubscribe().toString());
                }
            }
        }
    }

    @Test
    void the_same_touch_bears_the_same_id_and_another_touch_another_one() throws Exception {
        Template welcome = Mails.SHELF.find("welcome").orElseThrow();
        MailWriter writer = new MailWriter(Mails.HEAD, null);
        List<String> ids = new ArrayList<>();
        for (int lead : new int[] {1, 1, 2}) {
            WrittenMail mail = writer.write(
                    parcel(Mails.SHELF, welcome, TestTouches.person(lead, "Ada", "ada@example.com")),
                    Mails.NOON.plusSeconds(ids.size()));
            ids.add(parsed(bytes(mail)).getMessageID());
        }
        assertThat(ids.get(0)).isEqualTo(ids.get(1)).isNotEqualTo(ids.get(2));
    }

    @Test
    void control_characters_in_a_name_keep_a_mail_from_leaving() throws Exception {
        int before = RELAY.mails.size();
        Template welcome = Mails.SHELF.find("welcome").orElseThrow();
        try (EmailHandover email =
                Mails.handover(List.of(Mails.relay(RELAY.port(), Relay.Encryption.NEVER)), Mails.LIMITS)) {
            for (String words : REFUSED) {
                Lead lead = TestTouches.person(1, words, "ada@example.com");
                assertThat(email.handOver(parcel(Mails.SHELF, welcome, lead), () -> true))
                        .as(words)
                        .isInstanceOf(Answer.Never.class);
            }
        }
        assertThat(RELAY.mails).hasSize(before);
    }

    /** Python's parser finds no defect, and reads the names that we wrote. */
    @Test
    void a_foreign_parser_finds_no_defect_in_any_of_them() throws Exception {
        PythonsParser.finds(MAILS, directory, "mails", """
                assert len(m['To'].addresses) == 1, (name, m['To'])
                assert len(m['From'].addresses) == 1, (name, m['From'])
                assert m['Date'].datetime is not None, name
                m.get_body(('plain',)).get_content(); m.get_body(('html',)).get_content()
                """);
    }

    private static Lead odd(String words) {
        return new Lead(
                TestTouches.lead(1),
                new Contact(
                        words,
                        "jonas@example.com",
                        null,
                        TestTouches.person(1, words, null).contact().address(),
                        words,
                        "en",
                        null,
                        "DE"),
                new Origin("website", words, null),
                new Rep(words, "mara@nordlicht.example", null),
                null,
                Map.of("interest", words, "message", words));
    }

    private static Parcel parcel(TemplateShelf shelf, Template template, Lead lead) throws TemplateMistake {
        boolean toLead = template.to() == Recipient.LEAD;
        TouchEvent.Due due =
                TestTouches.due(lead, template.id(), 1, Mails.NOON, Channel.EMAIL, template.to(), template.id());
        return new Parcel(
                due,
                shelf.fill(template, SampleTouches.model(template, Campaign.SENDER, lead)),
                toLead ? SampleTouches.WAYS : null,
                false);
    }

    private static String bytes(WrittenMail mail) throws Exception {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        mail.writeTo(bytes);
        return bytes.toString(ISO_8859_1);
    }

    private static MimeMessage parsed(String raw) throws Exception {
        return new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(raw.getBytes(ISO_8859_1)));
    }
}
