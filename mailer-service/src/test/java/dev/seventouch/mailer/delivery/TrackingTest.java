package dev.seventouch.mailer.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.events.touch.TouchEvent;
import dev.seventouch.mailer.TestTouches;
import dev.seventouch.mailer.template.Kind;
import dev.seventouch.mailer.template.Rendered;
import dev.seventouch.mailer.template.TemplateFile;
import dev.seventouch.service.link.Link;
import dev.seventouch.service.link.LinkTokens;
import dev.seventouch.service.link.Links;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrackingTest {
    private static final Instant NOW = Instant.parse("2026-03-12T11:00:00.123Z");
    private static final Links LINKS =
            new Links(URI.create("https://follow.example.com"), new LinkTokens(List.of("key")));
    private static final TouchEvent.Due DUE = TestTouches.email(1, "welcome", 1, NOW);
    private static final Pattern CLICK = Pattern.compile("href=\"https://follow\\.example\\.com/c/([^\"]+)\"");

    @Test
    void a_link_of_the_template_leads_through_intake_to_where_it_led() {
        String html = followed(
                "<a class=\"x\" href=\"https://example.com/rates?a=1&amp;b=2\">The rates</a>",
                "see https://example.com/rates?a=1&b=2");

        Matcher click = CLICK.matcher(html);
        assertThat(click.find()).as(html).isTrue();
        assertThat(html).endsWith(">The rates</a>").doesNotContain("example.com/rates");
        assertThat(LINKS.open(Link.Purpose.CLICK, click.group(1)))
                .contains(new Link(
                        Link.Purpose.CLICK,
                        DUE.touch().lead(),
                        DUE.touch().id(),
                        new Link.Trail(NOW, URI.create("https://example.com/rates?a=1&b=2"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://follow.example.com/u/token",
                "https://evil.example/",
                "https://example.com/rates/../elsewhere",
                "https://example.com/r",
                "https://example.com/rate",
                "https://user@example.com/rates",
                "http:///rates",
                "mailto:ada@example.com",
                "javascript:alert(1)",
                "#top"
            })
    void all_else_stays_as_it_is(String address) {
        String html = "<p><a href=\"" + address + "\">there</a></p>";

        assertThat(followed(html, "https://example.com/rates and https://example.com/rates."))
                .isEqualTo(html);
    }

    @Test
    void of_several_links_each_leads_to_its_own_target_and_all_between_them_stays() {
        String html = "<p>1 < 2 <A title='>' href=\"https://example.com/a\">a</A> <b>and</b> "
                + "<a href='https://elsewhere.example/'>x</a><a href=\"https://example.com/b\">b</a></p><a";

        String led = followed(html, "https://example.com/a https://example.com/b");

        assertThat(led.replaceAll("https://follow\\.example\\.com/c/[^\"]+", "CLICK"))
                .isEqualTo(html.replaceAll("https://example\\.com/[ab]", "CLICK"));
        List<URI> targets = CLICK.matcher(led)
                .results()
                .map(click -> LINKS.open(Link.Purpose.CLICK, click.group(1))
                        .orElseThrow()
                        .trail()
                        .target())
                .toList();
        assertThat(targets).extracting(URI::getPath).containsExactly("/a", "/b");
    }

    @Test
    void an_address_in_a_sentence_is_found_with_the_full_stop_behind_it() {
        assertThat(followed("<a href='https://example.com/rates'>there</a>", "It is at https://example.com/rates."))
                .contains("/c/");
    }

    @Test
    void an_address_that_the_template_completes_with_the_leads_words_is_not_ours() {
        String html = "<a href=\"https://example.com/search?q=\">there</a>";

        assertThat(followed(html, "<a href=\"https://example.com/search?q=${lead.attributes.q}\">"))
                .isEqualTo(html);
    }

    @Test
    void all_else_of_the_mail_stays() {
        Rendered mail = new Rendered(
                Kind.EMAIL,
                "Subject",
                "<img src=\"cid:roof.png\">",
                "text",
                "de",
                true,
                List.of(new TemplateFile("roof.png", "image/png", true, "AAAA")));

        Rendered followed = new Tracking(LINKS, true, true).followed(mail, DUE, List.of(), NOW);

        assertThat(followed).usingRecursiveComparison().ignoringFields("html").isEqualTo(mail);
        assertThat(followed.html()).startsWith(mail.html()).contains("/o/");
    }

    @Test
    void the_pixel_is_the_last_thing_of_the_page() {
        Rendered mail = new Tracking(LINKS, false, true)
                .followed(mail("<html><body><p>Hello</p></BODY ></html>"), DUE, List.of(), NOW);

        assertThat(mail.html())
                .contains("<p>Hello</p><img src=\"https://follow.example.com/o/")
                .endsWith("</BODY ></html>");
    }

    @Test
    void nothing_is_observed_where_nobody_wants_it_nor_in_the_text_nor_on_paper() {
        String html = "<a href=\"https://example.com/rates\">there</a>";
        Tracking all = new Tracking(LINKS, true, true);

        assertThat(new Tracking(LINKS, false, false).followed(mail(html), DUE, List.of(html), NOW))
                .isEqualTo(mail(html));
        assertThat(all.followed(mail(html), DUE, List.of(html), NOW).text()).isEqualTo("https://example.com/rates");
        Rendered letter = new Rendered(Kind.LETTER, "", html, null, "en", false);
        assertThat(all.followed(letter, DUE, List.of(html), NOW)).isEqualTo(letter);
    }

    private static String followed(String html, String own) {
        return new Tracking(LINKS, true, false)
                .followed(mail(html), DUE, List.of(own), NOW)
                .html();
    }

    private static Rendered mail(String html) {
        return new Rendered(Kind.EMAIL, "Subject", html, "https://example.com/rates", "en", true);
    }
}
