package dev.seventouch.mailer.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.events.lead.Contact;
import dev.seventouch.events.lead.Conversation;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.Origin;
import dev.seventouch.events.lead.PostalAddress;
import dev.seventouch.events.lead.Rep;
import dev.seventouch.events.library.LibraryItem;
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
import dev.seventouch.mailer.template.TouchModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Words that have broken other senders, in every field that a template may show: each by itself, the templates by turns, and in all
 * fields of every template. All are signed.
 */
class NaughtyMailsTest {

    private static final List<String> NAUGHTY = MailRulesTest.NAUGHTY;
    private static final List<String> MAILS = new ArrayList<>();

    @TempDir
    private static Path directory;

    private static SigningKey key;

    /** Where words of a lead, of its owner or of the house's library come from. */
    private enum Field {
        NAME,
        COMPANY,
        PHONE,
        STREET,
        POSTAL_CODE,
        CITY,
        REFERRER,
        SOURCE,
        ATTRIBUTE,
        ATTRIBUTES_NAME,
        SAID,
        AGREED,
        OWNERS_NAME,
        OWNERS_PHONE,
        REASON,
        ITEMS_SUBJECT,
        ITEMS_BODY,
        ITEMS_REASON
    }

    @BeforeAll
    static void writeAll() throws Exception {
        key = SigningKey.make();
        TemplateShelf shelf = Campaign.shelf();
        List<Template> templates = shelf.entries().stream()
                .map(entry -> Objects.requireNonNull(entry.good()))
                .filter(template -> template.kind() == Kind.EMAIL)
                .toList();
        try (ScriptedRelay relay = new ScriptedRelay();
                EmailHandover email = Mails.handover(
                        List.of(key.key()), List.of(Mails.relay(relay.port(), Relay.Encryption.NEVER)), Mails.LIMITS)) {
            int turn = 0;
            for (String words : NAUGHTY) {
                for (Field field : Field.values()) {
                    Template template = templates.get(turn++ % templates.size());
                    send(email, parcel(shelf, template, words, EnumSet.of(field)), field + " with " + words);
                }
            }
            for (Template template : templates) {
                for (int i = 0; i < 4; i++) {
                    String words = NAUGHTY.get(turn++ % NAUGHTY.size());
                    send(email, parcel(shelf, template, words, EnumSet.allOf(Field.class)), "all with " + words);
                }
            }
            MAILS.addAll(relay.mails);
            assertThat(MAILS).hasSize(turn);
        }
    }

    private static void send(EmailHandover email, Parcel parcel, String why) {
        assertThat(email.handOver(parcel, () -> true))
                .as(parcel.due().content().template() + ", " + why)
                .isInstanceOf(Answer.Taken.class);
    }

    @Test
    void every_signature_holds_and_both_ways_to_stop_are_in_it_wherever_a_lead_is_written_to() throws Exception {
        int toLeads = 0;
        for (String mail : MAILS) {
            DkimVerifier.Verdict verdict = DkimVerifier.verify(mail, key.published());
            assertThat(verdict.holds()).as(mail).isTrue();
            assertThat(verdict.signed()).contains("from", "to", "subject", "message-id");
            if (!mail.contains("\r\nAuto-Submitted: auto-generated") || mail.contains("\r\nList-Unsubscribe:")) {
                toLeads++;
                assertThat(verdict.signed()).contains("list-unsubscribe", "list-unsubscribe-post");
            }
        }
        assertThat(toLeads).isGreaterThan(MAILS.size() / 2);
    }

    /** Python's: no defect, one recipient and one sender who are the ones that were meant, and no header that nobody wrote. */
    @Test
    void a_foreign_parser_finds_no_defect_and_nobody_else_in_any_of_them() throws Exception {
        PythonsParser.finds(MAILS, directory, "mails with odd words", """
                allowed = {'from', 'to', 'reply-to', 'subject', 'date', 'message-id', 'mime-version', 'content-type', 'content-language',
                    'list-id', 'list-unsubscribe', 'list-unsubscribe-post', 'feedback-id', 'auto-submitted', 'dkim-signature'}
                assert not {h.lower() for h in m.keys()} - allowed, (name, m.keys())
                assert len(m.keys()) == len({h.lower() for h in m.keys()}), (name, m.keys())
                to = [a.addr_spec for a in m['To'].addresses]
                assert to in (['jonas@example.com'], ['mara@nordlicht.example']), (name, to)
                assert [a.addr_spec for a in m['From'].addresses] == ['hello@nordlicht.example'], (name, m['From'])
                for kind in ('plain', 'html'):
                    assert m.get_body((kind,)).get_content().strip(), (name, kind)
                assert '<script>alert' not in m.get_body(('html',)).get_content(), name
                assert '49</' not in m.get_body(('html',)).get_content(), (name, 'it was evaluated')
                """);
    }

    private static Parcel parcel(TemplateShelf shelf, Template template, String words, Set<Field> fields)
            throws TemplateMistake {
        Lead lead = lead(words, fields);
        LibraryItem item = item(words, fields);
        boolean toLead = template.to() == Recipient.LEAD;
        TouchEvent.Due plain =
                TestTouches.due(lead, template.id(), 1, Mails.NOON, Channel.EMAIL, template.to(), template.id());
        TouchEvent.Due due = new TouchEvent.Due(
                plain.touch(),
                1,
                plain.to(),
                plain.content(),
                in(fields, Field.REASON, words, "they asked"),
                lead,
                plain.dueAt(),
                plain.expiresAt());
        Map<String, Object> model = TouchModel.of(
                due, item, Campaign.SENDER, template.language(), toLead ? SampleTouches.WAYS : null, Mails.NOON);
        return new Parcel(due, shelf.fill(template, model), toLead ? SampleTouches.WAYS : null, false);
    }

    private static Lead lead(String words, Set<Field> fields) {
        Lead known = SampleTouches.wellKnown();
        Contact contact = known.contact();
        PostalAddress address = Objects.requireNonNull(contact.address());
        Conversation last = Objects.requireNonNull(known.lastConversation());
        return new Lead(
                known.id(),
                new Contact(
                        in(fields, Field.NAME, words, contact.name()),
                        "jonas@example.com",
                        in(fields, Field.PHONE, words, contact.phone()),
                        new PostalAddress(
                                in(fields, Field.STREET, words, address.street()),
                                in(fields, Field.POSTAL_CODE, words, address.postalCode()),
                                in(fields, Field.CITY, words, address.city()),
                                address.country()),
                        in(fields, Field.COMPANY, words, contact.company()),
                        "en",
                        null,
                        "DE"),
                new Origin(
                        in(fields, Field.SOURCE, words, "website"),
                        in(fields, Field.REFERRER, words, known.origin().referrer()),
                        null),
                new Rep(
                        in(fields, Field.OWNERS_NAME, words, "Mara Lindqvist"),
                        "mara@nordlicht.example",
                        in(fields, Field.OWNERS_PHONE, words, "+494055501777")),
                new Conversation(
                        last.at(),
                        in(fields, Field.SAID, words, last.said()),
                        in(fields, Field.AGREED, words, last.agreed())),
                Map.of(
                        "interest",
                        in(fields, Field.ATTRIBUTE, words, "a roof"),
                        "message",
                        in(fields, Field.ATTRIBUTE, words, "How much?"),
                        in(fields, Field.ATTRIBUTES_NAME, words, "roof"),
                        "flat"));
    }

    private static LibraryItem item(String words, Set<Field> fields) {
        return new LibraryItem(
                "odd",
                in(fields, Field.ITEMS_SUBJECT, words, "Grid fees fall"),
                in(fields, Field.ITEMS_BODY, words, "From 1 January.\n\nA hall of your size saves a bill."),
                LibraryItem.Reason.LAW,
                in(fields, Field.ITEMS_REASON, words, "a new rule"),
                Set.of(),
                EnumSet.of(Channel.EMAIL),
                null,
                null,
                1,
                Map.of());
    }

    private static String in(Set<Field> fields, Field field, String words, @Nullable String otherwise) {
        return fields.contains(field) ? words : Objects.requireNonNull(otherwise);
    }
}
