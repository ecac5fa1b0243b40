package dev.seventouch.mailer.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seventouch.mailer.Campaign;
import dev.seventouch.mailer.TestTouches;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MjmlTest {

    private static final String EVIL = "</style><script>alert(1)</script>\" onload=\"x";

    @Test
    void what_a_template_is_filled_with_is_still_escaped_in_text_and_in_attributes() throws Exception {
        Template layout = layout("<mj-text><a href=\"${lead.name}\">${lead.name}</a>"
                + "<#if lead.name?contains(\">\")>yes<#else>no</#if></mj-text>"
                + "<mj-image src=\"https://a.example/x.png\" alt=\"${lead.name}\"></mj-image>");
        String html = layout.parts().html().filledWith(Map.of("lead", Map.of("name", EVIL), "language", "en"));
        assertThat(html)
                .contains("href=\"&lt;/style&gt;&lt;script&gt;", "alt=\"&lt;/style&gt;", ">&lt;/style&gt;", "yes")
                .contains("lang=\"en\"")
                .doesNotContain("<script>", "onload=\"x\"", "fmk");
    }

    @Test
    void a_mark_that_would_not_be_where_it_was_written_stops_it_with_its_line() {
        assertThatThrownBy(() -> layout("<mj-text>x</mj-text>\n<mj-spacer><#if lead??>x</#if></mj-spacer>"))
                .isInstanceOfSatisfying(
                        TemplateMistake.class,
                        mistake -> assertThat(mistake.described()).contains("line 9", "mj-raw"));
        assertThatThrownBy(() -> layout("<mj-text>${lead.name</mj-text>")).isInstanceOf(TemplateMistake.class);
        assertThatThrownBy(() -> layout("<mj-text><#include \"x\"></mj-text>")).isInstanceOf(TemplateMistake.class);
    }

    @Test
    void nothing_is_fetched_also_when_a_font_is_named_that_lives_elsewhere() throws Exception {
        assertThat(layout("<mj-text font-family=\"Roboto, sans-serif\">x</mj-text>")
                        .parts()
                        .html()
                        .filledWith(Map.of("language", "en")))
                .doesNotContain("fonts.googleapis", "@import", "<link");
    }

    @Test
    void the_shipped_frame_holds_what_mail_must_have() throws Exception {
        TemplateShelf shelf = Campaign.shelf();
        for (String id : new String[] {"welcome", "customer-next-weeks", "how-others-decided"}) {
            Template template = shelf.find(id).orElseThrow();
            Rendered mail = shelf.fill(
                    template,
                    SampleTouches.model(template, Campaign.SENDER, TestTouches.person(1, EVIL, "a@example.com")));
            assertThat(mail.html())
                    .contains("<!--[if mso | IE]>", "prefers-color-scheme: dark", "color-scheme: light dark")
                    .contains("display:none", "Hafenstraße 7", "lang=\"en\"", "/u/sample", "/r/sample", "/p/sample")
                    .doesNotContain("fonts.googleapis", "<script>", "${", "<#");
            // For people to look at.
            Files.writeString(Path.of("target", "mail-" + id + ".html"), mail.html());
        }
    }

    private static Template layout(String body) throws TemplateMistake {
        return Template.compiled(
                "test",
                1,
                "---\nchannel: layout\n---\n=== mjml\n<mjml><mj-body>\n<mj-section>\n<mj-column>\n" + body
                        + "\n</mj-column></mj-section></mj-body></mjml>\n");
    }
}
