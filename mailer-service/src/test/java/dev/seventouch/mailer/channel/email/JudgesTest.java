package dev.seventouch.mailer.channel.email;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.events.lead.Contact;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.Origin;
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
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What strangers say of every mail that is shipped: each template, in each of its languages, for a lead of whom all is known, one of
 * whom nothing but an address is, and one that nobody owns; and each item of the library. All of them are signed, and all have gone
 * over SMTP. A judge that is not there is skipped, aloud.
 */
class JudgesTest {

    /** Filters commonly act at five. */
    private static final double MUCH = 1;

    private static final Pattern SPAM_STATUS =
            Pattern.compile("(?m)^X-Spam-Status: (?:Yes|No), score=(-?[\\d.]+) (?s:.*?)tests=((?s:.*?))\\sautolearn");

    /** They stay there, for whoever wants to look at them. */
    private static final Path MAILS = Path.of("target", "judged");

    private static SigningKey key;
    private static int count;

    @BeforeAll
    static void sendAll() throws Exception {
        Files.createDirectories(MAILS);
        for (Path old : files().toList()) {
            Files.delete(old);
        }
        key = SigningKey.make();
        try (ScriptedRelay relay = new ScriptedRelay();
                EmailHandover email = Mails.handover(
                        List.of(key.key()), List.of(Mails.relay(relay.port(), Relay.Encryption.NEVER)), Mails.LIMITS)) {
            List<Parcel> parcels = parcels();
            for (Parcel parcel : parcels) {
                assertThat(email.handOver(parcel, () -> true))
                        .as(parcel.content().subject())
                        .isInstanceOf(Answer.Taken.class);
            }
            for (String mail : relay.mails) {
                Files.writeString(MAILS.resolve("%03d.eml".formatted(count++)), mail, ISO_8859_1);
            }
            assertThat(count).isEqualTo(parcels.size()).isGreaterThan(80);
        }
    }

    private static List<Parcel> parcels() throws TemplateMistake {
        TemplateShelf shelf = Campaign.shelf();
        List<Parcel> parcels = new ArrayList<>();
        for (TemplateShelf.Entry entry : shelf.entries()) {
            Template template = Objects.requireNonNull(entry.good());
            if (template.kind() == Kind.EMAIL) {
                for (Lead lead : leads(template)) {
                    parcels.add(parcel(shelf, template, lead, null));
                }
            }
        }
        Template frame = shelf.find("library-item").orElseThrow();
        for (LibraryItem item : Campaign.mailedItems()) {
            parcels.add(parcel(shelf, frame, SampleTouches.wellKnown(), item));
        }
        return parcels;
    }

    private static List<Lead> leads(Template template) {
        Lead known = SampleTouches.wellKnown();
        Lead owned = new Lead(
                known.id(),
                Contact.ofEmail("office@example.com"),
                new Origin("website", null, null),
                TestTouches.MARA,
                null,
                Map.of());
        Lead unowned = new Lead(known.id(), owned.contact(), owned.origin(), null, null, Map.of());
        return template.to() == Recipient.LEAD ? List.of(known, owned, unowned) : List.of(known, owned);
    }

    private static Parcel parcel(TemplateShelf shelf, Template template, Lead lead, @Nullable LibraryItem item)
            throws TemplateMistake {
        boolean toLead = template.to() == Recipient.LEAD;
        TouchEvent.Due due =
                TestTouches.due(lead, template.id(), 1, Mails.NOON, Channel.EMAIL, template.to(), template.id());
        Map<String, Object> model = item == null
                ? SampleTouches.model(template, Campaign.SENDER, lead)
                : TouchModel.of(due, item, Campaign.SENDER, template.language(), SampleTouches.WAYS, Mails.NOON);
        return new Parcel(due, shelf.fill(template, model), toLead ? SampleTouches.WAYS : null, false);
    }

    /** Its content tests; those that ask the network are off, and the mail has not come by any. */
    @Test
    void spamassassin_takes_none_of_them_for_spam() throws Exception {
        String said = said(
                "spamassassin is not there (apt-get install spamassassin)",
                Stream.concat(Stream.of("spamassassin", "--local", "--nocreate-prefs"), files().map(Path::toString)));
        if (said == null) {
            return;
        }
        List<MatchResult> verdicts = SPAM_STATUS.matcher(said).results().toList();
        assertThat(verdicts).hasSize(count);
        for (int i = 0; i < count; i++) {
            assertThat(Double.parseDouble(verdicts.get(i).group(1)))
                    .as(
                            "points for %s in %03d.eml: %s",
                            subject(i), i, verdicts.get(i).group(2))
                    .isLessThan(MUCH);
        }
        // The judge is one that can say no.
        Path spam = Files.writeString(
                MAILS.resolve("spam.txt"),
                "From: a@example.org\r\nSubject: x\r\n\r\n"
                        + "XJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X\r\n");
        assertThat(said("", Stream.of("spamassassin", "--local", "--nocreate-prefs", spam.toString())))
                .contains("X-Spam-Status: Yes");
    }

    @Test
    void pythons_parser_finds_no_defect_in_any_and_one_recipient_in_each() throws Exception {
        String script = """
                import sys, email, email.policy
                for name in sys.argv[1:]:
                    m = email.message_from_binary_file(open(name, 'rb'), policy=email.policy.default)
                    for part in m.walk():
                        assert not part.defects, (name, part.defects)
                        for header, value in part.items():
                            assert not value.defects, (name, header, value, value.defects)
                    everybody = [a for h in ('To', 'Cc', 'Bcc') for v in m.get_all(h, []) for a in v.addresses]
                    assert len(everybody) == 1, (name, everybody)
                    assert len(m['From'].addresses) == 1, (name, m['From'])
                    for kind in ('plain', 'html'):
                        assert m.get_body((kind,)).get_content().strip(), (name, kind)
                print(len(sys.argv) - 1)
                """;
        String said = said(
                "python3 is not there", Stream.concat(Stream.of("python3", "-c", script), files().map(Path::toString)));
        assertThat(said == null ? "" + count : said.strip()).isEqualTo("" + count);
    }

    /** A stranger's verifier finds every signature in order, and both headers of RFC 8058 in it wherever a lead is written to. */
    @Test
    void mailauth_finds_every_signature_in_order_and_both_ways_to_stop_in_it() throws Exception {
        String script = """
                const fs = require('fs');
                let dkimVerify;
                try { ({ dkimVerify } = require('mailauth/lib/dkim/verify')); } catch (e) { console.log('ABSENT'); process.exit(0); }
                const key = process.argv[1];
                const resolver = async (name, type) => {
                    if (name === 's1._domainkey.nordlicht.example' && type === 'TXT') return [['v=DKIM1; k=rsa; p=' + key]];
                    throw Object.assign(new Error('no ' + name), { code: 'ENOTFOUND' });
                };
                (async () => {
                    let lists = 0;
                    for (const name of process.argv.slice(2)) {
                        const raw = fs.readFileSync(name);
                        const { results } = await dkimVerify(raw, { resolver });
                        const [one] = results;
                        if (results.length !== 1 || one.status.result !== 'pass' || one.status.aligned !== 'nordlicht.example')
                            throw new Error(name + ': ' + JSON.stringify(one.status));
                        const signed = one.signingHeaders.keys.toLowerCase().split(':').map((key) => key.trim());
                        const toLead = /^List-Unsubscribe:/im.test(raw);
                        for (const wanted of toLead ? ['list-unsubscribe', 'list-unsubscribe-post'] : [])
                            if (!signed.includes(wanted)) throw new Error(name + ': not signed: ' + wanted);
                        const altered = raw.toString('latin1').replace('List-Unsubscribe=One-Click', 'List-Unsubscribe=Other');
                        if (toLead) {
                            lists++;
                            const again = await dkimVerify(Buffer.from(altered, 'latin1'), { resolver });
                            if (again.results[0].status.result === 'pass') throw new Error(name + ': altered, and passes');
                        }
                    }
                    console.log(process.argv.length - 2, lists);
                })().catch((e) => { console.log(e.message); process.exit(1); });
                """;
        String said = said(
                "node is not there",
                Stream.concat(
                        Stream.of(
                                "node",
                                "-e",
                                script,
                                Base64.getEncoder()
                                        .encodeToString(key.published().getEncoded())),
                        files().map(Path::toString)));
        if (said != null && said.strip().equals("ABSENT")) {
            System.out.println(
                    "SKIPPED: a foreign opinion on DKIM, because node finds no mailauth (npm install mailauth, and"
                            + " NODE_PATH on its node_modules)");
        } else if (said != null) {
            assertThat(said.strip()).isEqualTo(count + " " + (count - 2));
        }
    }

    private static Stream<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(MAILS)) {
            return all.filter(file -> file.toString().endsWith(".eml")).sorted().toList().stream();
        }
    }

    private static String subject(int number) throws IOException {
        return Files.readString(MAILS.resolve("%03d.eml".formatted(number)), ISO_8859_1)
                .lines()
                .filter(line -> line.startsWith("Subject:"))
                .findFirst()
                .orElseThrow();
    }

    /** @return null, and a word about it, if the judge is not there */
    private static @Nullable String said(String missing, Stream<String> command) throws Exception {
        Process judge;
        try {
            judge = new ProcessBuilder(command.toList())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            System.out.println("SKIPPED: a foreign opinion on mails, because " + missing);
            return null;
        }
        judge.getOutputStream().close();
        try (InputStream out = judge.getInputStream()) {
            String said = new String(out.readAllBytes(), UTF_8);
            assertThat(judge.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return said;
        }
    }
}
