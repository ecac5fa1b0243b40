package dev.seventouch.mailer.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CopyLinterTest {

    private final CopyLinter linter = new CopyLinter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I am just checking in on my quote.",
                "Just following up!",
                "I wanted to follow up on our talk",
                "Let us touch base next week",
                "TOUCHING BASE",
                "I'm reaching out because",
                "Did you see my last mail?",
                "Have you received my previous email",
                "I hope this email finds you well",
                "I haven’t heard back from you",
                "Bumping this up",
                "just a gentle reminder",
                "Are you ready to buy?",
                "Ich wollte nur kurz nachfragen.",
                "Haben Sie meine letzte E-Mail gelesen?",
                "Leider haben wir noch nichts von Ihnen gehört.",
                "Bitte zögern Sie nicht, uns anzurufen.",
                "Je me permets de revenir vers vous.",
                "Avez-vous reçu mon dernier message ?",
                "N’hésitez pas à m’appeler.",
                "Solo quería hacer un seguimiento.",
                "¿Ha leído mi correo anterior?",
                "No dude en llamarme.",
                "just <b>checking</b> in",
                "just checking\n  in"
            })
    void filler_is_refused_with_a_reason_and_a_cure(String copy) {
        assertThat(linter.lint(copy)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Finding.Severity.ERROR);
            assertThat(finding.why()).isNotBlank();
            assertThat(finding.instead()).isNotBlank();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The outreach programme of the city",
                "We checked in at the hotel",
                "the base of the roof",
                "Follow the link",
                "Are you ready for the new grid fees?",
                "Das Dach ist fertig.",
                "Je vous envoie le calcul pour votre toit.",
                "Le envío el cálculo de su tejado."
            })
    void honest_words_pass(String copy) {
        assertThat(linter.lint(copy)).isEmpty();
    }

    @Test
    void a_finding_names_its_place() {
        assertThat(linter.lint("Hello,\n\nI am touching base.")).singleElement().satisfies(finding -> {
            assertThat(finding.line()).isEqualTo(3);
            assertThat(finding.column()).isEqualTo(6);
            assertThat(finding.found()).isEqualTo("touching base");
        });
    }

    @Test
    void a_name_filled_in_is_not_yet_personal() {
        String source =
                "---\nchannel: email\nsubject: Panels\n---\n=== text\nHello ${lead.name}\n=== html\n<p>Hello</p>\n";
        assertThat(linter.lint(source))
                .extracting(Finding::severity, Finding::why)
                .contains(org.assertj.core.groups.Tuple.tuple(
                        Finding.Severity.WARNING, "a name filled in is not yet personal"));
    }

    /** A rule each: what breaks it, and how grave that is. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "no way to stop         | ERROR   | text    | ${links.unsubscribe} |",
                "no way to stop         | ERROR   | html    | ${links.unsubscribe} |",
                "no postal address      | ERROR   | text    | ${sender.postalAddress} |",
                "no postal address      | ERROR   | html    | ${sender.postalAddress} |",
                "only question          | ERROR   | text    | What did the last year bring? | Are you ready?",
                "only question          | ERROR   | text    | What did the last year bring? | Sind Sie bereit?",
                "only question          | ERROR   | text    | What did the last year bring? | Êtes-vous prêts ?",
                "only question          | ERROR   | text    | What did the last year bring? | ¿Está listo?",
                "not yet personal       | WARNING | both    | for ${lead.company}  |",
                "shortened link         | ERROR   | html    | https://example.com/p | https://bit.ly/3x",
                "shortened link         | ERROR   | text    | https://example.com/p | https://bit.ly/3x",
                "leads nowhere          | ERROR   | html    | https://example.com/p | #",
                "leads nowhere          | ERROR   | html    | https://example.com/p | `/prices`",
                "removes such a link    | ERROR   | html    | https://example.com/p | javascript:go()",
                "no address             | ERROR   | html    | https://example.com/p | https://exam ple.com/",
                "host that is a number  | WARNING | html    | https://example.com/p | https://192.0.2.1/p",
                "not on https           | WARNING | html    | https://example.com/p | http://example.com/p",
                "as phishing does       | WARNING | html    | the sums             | www.bank.example",
                "removes scripts        | ERROR   | html    | <b>now</b>           | <script>x</script>",
                "handlers of events     | ERROR   | html    | <b>now</b>           | <b onclick=\"x()\">now</b>",
                "removes it             | ERROR   | html    | <b>now</b>           | <iframe src=\"https://example.com/\"></iframe>",
                "send forms             | WARNING | html    | <b>now</b>           | <form action=\"https://example.com/\"></form>",
                "no SVG                 | WARNING | html    | <b>now</b>           | <svg></svg>",
                "flex nor grid          | WARNING | html    | <b>now</b>           | <b style=\"display:flex\">now</b>",
                "ignore position        | WARNING | html    | <b>now</b>           | <b style=\"position: absolute\">now</b>",
                "load no fonts          | WARNING | html    | <b>now</b>           | <style>@font-face {}</style>",
                "no data: images        | WARNING | html    | <b>now</b>           | <img alt=\"\" src=\"data:image/png;base64,x\">",
                "nothing stands in      | WARNING | html    | <b>now</b>           | <img src=\"https://example.com/a.png\">",
                "first 40 characters    | WARNING | subject | The sums for your roof | A subject that goes on and on and on until nobody knows how it began, and then some more",
                "capitals shout         | WARNING | subject | The sums for your roof | READ THIS NOW",
                "signs in a row         | WARNING | subject | The sums for your roof | The sums!!",
                "pretends to answer     | WARNING | subject | The sums for your roof | RE: your roof",
                "take it for spam       | WARNING | text    | What did the last year bring? | Act now! You have won. Click here for the lowest price, 100% free. What is it?"
            })
    void each_rule_speaks_and_says_what_to_write_instead(
            String says, Finding.Severity severity, String where, String instead, @Nullable String broken) {
        assertThat(linter.lint(GOOD))
                .as("nothing is to be said against the good one")
                .isEmpty();
        String bad = changed(where.strip(), instead.strip(), broken == null ? "" : broken.strip());
        assertThat(bad).isNotEqualTo(GOOD);
        assertThat(linter.lint(bad)).anySatisfy(finding -> {
            assertThat(finding.why()).contains(says.strip());
            assertThat(finding.severity()).isEqualTo(severity);
            assertThat(finding.instead()).isNotBlank();
            assertThat(finding.line()).isPositive();
            assertThat(finding.column()).isPositive();
        });
    }

    @Test
    void a_mail_that_is_hardly_more_than_an_image_is_refused() {
        String bad = GOOD.substring(0, GOOD.indexOf("=== html"))
                + "=== html\n<img alt=\"\" src=\"https://example.com/all.png\"><a href=\"${links.unsubscribe}\">stop</a>"
                + " ${sender.postalAddress}\n";
        assertThat(linter.lint(bad)).anySatisfy(finding -> {
            assertThat(finding.why()).contains("hardly more than an image");
            assertThat(finding.severity()).isEqualTo(Finding.Severity.ERROR);
        });
    }

    @Test
    void a_mail_without_a_reason_is_told_so() {
        String bad =
                "---\nchannel: email\nlayout: layout-mail\nsubject: Hello\n---\n=== text\nHello ${lead.firstName!}, how are"
                        + " things? Do you like the weather?\n=== html\n<p>Hello, how are things? Do you like the weather?</p>\n";
        assertThat(linter.lint(bad)).extracting(Finding::why).anyMatch(why -> why.startsWith("it states no reason"));
    }

    private static String changed(String where, String old, String with) {
        int text = GOOD.indexOf("=== text");
        int html = GOOD.indexOf("=== html");
        return switch (where) {
            case "subject" -> GOOD.substring(0, text).replace(old, with) + GOOD.substring(text);
            case "text" ->
                GOOD.substring(0, text) + GOOD.substring(text, html).replace(old, with) + GOOD.substring(html);
            case "html" -> GOOD.substring(0, html) + GOOD.substring(html).replace(old, with);
            default -> GOOD.replace(old, with);
        };
    }

    private static final String GOOD = """
            ---
            channel: email
            subject: The sums for your roof
            ---
            === text
            Hello ${lead.firstName!},

            from 1 January the rate falls. The sums for ${lead.company} are at https://example.com/p

            What did the last year bring?

            Stop: ${links.unsubscribe}
            ${sender.postalAddress}
            === html
            <p>Hello ${lead.firstName!},</p>
            <p>from 1 January the rate falls, <b>now</b> is the time to look at the sums for ${lead.company}:
            <a href="https://example.com/p">the sums</a>. They are one page, and each line can be checked by you.</p>
            <p>What did the last year bring?</p>
            <p><a href="${links.unsubscribe}">Stop</a> ${sender.postalAddress}</p>
            """;
}
