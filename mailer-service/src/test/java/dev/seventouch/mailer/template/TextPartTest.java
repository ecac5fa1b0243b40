package dev.seventouch.mailer.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.mailer.Campaign;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mail that was written in HTML only is read as text all the same. */
class TextPartTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<p>one</p><p>two</p>|one¶¶two",
                "<p>one<br>two</p>|one¶two",
                "<p>one</p>  <div>two</div><div>three</div>|one¶¶two¶three",
                "  <p> a \\n b <b>c</b>, d<i> e</i></p>|a b c, d e",
                "<h1>Title</h1><p>x</p>|Title¶=====¶¶x",
                "<p>x</p><h2>More of it</h2><p>y</p>|x¶¶More of it¶----------¶¶y",
                "<ul><li>a</li><li>b</li></ul><p>c</p>|- a¶- b¶¶c",
                "<ol><li>a</li><li><b>b</b> c</li></ol>|1. a¶2. b c",
                "<ol start=\"4\"><li>a</li></ol>|4. a",
                "<ul><li>a<ol><li>b</li><li>c</li></ol></li><li>d</li></ul>|- a¶  1. b¶  2. c¶- d",
                "<ul><li><p>a</p><p>b</p></li></ul>|- a¶¶  b",
                "<p>see <a href=\"https://a.example/x\">the sums</a>, now</p>|see the sums <https://a.example/x>, now",
                "<a href=\"https://a.example/\">https://a.example/</a>|https://a.example/",
                "<a href=\"https://a.example\">www.a.example</a>|www.a.example",
                "<a href=\"mailto:a@b.example\">a@b.example</a>|a@b.example",
                "<a href=\"tel:+4940555\">Ring +49 40 555</a>|Ring +49 40 555",
                "<a href=\"https://a.example/\"><img src=\"x\" alt=\"Our roof\"></a>|Our roof <https://a.example/>",
                "<a href=\"https://a.example/\"><img src=\"x\" alt=\"\"></a>|<https://a.example/>",
                "<a href=\"#top\">up</a>|up",
                "<p>a</p><hr><p>b</p>|a¶¶------------------------------------------------------------¶¶b",
                "<blockquote><p>a</p><p>b</p></blockquote>c|> a¶>¶> b¶¶c",
                "<table><tr><th>Cost</th><td>81,000</td></tr><tr><th>Years</th><td>8</td></tr></table>|Cost 81,000¶Years 8",
                "<table><tr><td><p>a</p></td><td><p>b</p></td></tr></table>|a¶¶b",
                "<style>p{}</style><div style=\"display:none\">pre&#847;&zwnj;</div><p>a&nbsp;b&shy;c</p>|a bc",
                "<!--[if mso]><p>x</p><![endif]--><p>a &lt;b&gt; &amp;</p>|a <b> &",
                "<p></p><p> </p>|"
            })
    void what_is_seen_is_said(String html, String text) {
        assertThat(TextPart.of(html.replace("\\n", "\n")))
                .isEqualTo(text == null ? "" : text.replace('¶', '\n') + "\n");
    }

    @Test
    void a_template_without_a_text_part_gets_one_in_its_frame() throws Exception {
        TemplateShelf shelf = Campaign.shelf();
        Template template = Template.compiled(
                "trial",
                1,
                "---\nchannel: email\nlayout: layout-mail\nsubject: The sums for your roof\n---\n=== html\n"
                        + "<p>Hello ${lead.firstName!},</p>\n<ol><li>The bill</li><li>The roof of ${lead.company!}</li></ol>\n"
                        + "<p>All of it is on <a href=\"https://example.com/p\">one page</a>.</p>\n");
        String text = shelf.fill(template, SampleTouches.model(template, Campaign.SENDER, SampleTouches.wellKnown()))
                .text();
        assertThat(text)
                .startsWith("Hello Jonas,\n\n1. The bill\n2. The roof of Brandt Holzbau\n\n"
                        + "All of it is on one page <https://example.com/p>.\n\nMara Lindqvist\n")
                .contains("No more from me? One click stops it:\n" + SampleTouches.WAYS.unsubscribe());
    }

    @Test
    void a_frame_without_a_text_part_is_read_as_a_whole() throws Exception {
        TemplateShelf shelf = new TemplateShelf();
        shelf.put("frame", 1, "---\nchannel: layout\n---\n=== html\n<h1>News</h1>${content}<p>${sender.name}</p>\n");
        Template template = Template.compiled(
                "trial", 1, "---\nchannel: email\nlayout: frame\nsubject: x\n---\n=== html\n<p>one</p>\n");
        assertThat(shelf.fill(template, SampleTouches.model(template, Campaign.SENDER, SampleTouches.wellKnown()))
                        .text())
                .isEqualTo("News\n====\n\none\n\nNordlicht Solar\n");
    }

    @Test
    void what_an_author_wrote_stays_as_it_is() throws Exception {
        Template template = Template.compiled(
                "trial",
                1,
                "---\nchannel: email\nsubject: x\n---\n=== html\n<p>one</p>\n=== text\nTwo,  and\n  more\n");
        assertThat(new TemplateShelf()
                        .fill(template, SampleTouches.model(template, Campaign.SENDER, SampleTouches.wellKnown()))
                        .text())
                .isEqualTo("Two,  and\n  more\n");
    }

    /** The words that an author wrote and those that would be made for him, side by side: all of them are there. */
    @Test
    void nothing_that_the_shipped_mails_say_gets_lost() throws Exception {
        TemplateShelf shelf = Campaign.shelf();
        for (TemplateShelf.Entry entry : shelf.entries()) {
            Template template = Objects.requireNonNull(entry.good());
            if (template.kind() != Kind.EMAIL) {
                continue;
            }
            Rendered mail =
                    shelf.fill(template, SampleTouches.model(template, Campaign.SENDER, SampleTouches.wellKnown()));
            String made = TextPart.of(mail.html());
            assertThat(made).as(entry.id()).doesNotContain("\n\n\n", "  \n", "&", "null");
            Element body = Jsoup.parse(mail.html()).body();
            body.select("[style*=display:none]").remove();
            assertThat(words(made)).as(entry.id()).containsAll(words(body.text()));
        }
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
