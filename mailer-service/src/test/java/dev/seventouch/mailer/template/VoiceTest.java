package dev.seventouch.mailer.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seventouch.mailer.Campaign;
import dev.seventouch.mailer.TestTouches;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A rep signs and greets in its own words, and as usual where it has none. */
class VoiceTest {

    private static final String CARD = "---\nchannel: card\nlanguage: %s\n---\n=== html\n"
            + "${(owner.greeting)!\"Hello\"}|<#if owner??>${(owner.title)!\"\"}|${owner.signature?join(\"/\")}</#if>"
            + "|${(owner.closing)!\"Bye\"}";

    private static final Voice VOICE = new Voice(
            "<i>Consultant</i>",
            List.of("Mara & Co", "<b>ring</b>"),
            Map.of("de", "Moin"),
            Map.of("de", "Tschüss", "en", "So long"));

    @Test
    void its_words_are_those_of_the_templates_language_and_escaped() throws TemplateMistake {
        Sender house = Campaign.SENDER.with(Map.of("mara@nordlicht.example", VOICE));
        assertThat(filled("de-AT", house))
                .isEqualTo("Moin|&lt;i&gt;Consultant&lt;/i&gt;|Mara &amp; Co/&lt;b&gt;ring&lt;/b&gt;|Tschüss");
        assertThat(filled("en", house)).startsWith("Hello|").endsWith("|So long");
    }

    @Test
    void without_a_file_it_signs_with_its_name_the_house_and_its_phone() throws TemplateMistake {
        assertThat(filled("en", Campaign.SENDER))
                .isEqualTo("Hello||Mara Lindqvist/Nordlicht Solar · +49 40 5550142|Bye");
        Sender titled = Campaign.SENDER.with(
                Map.of("mara@nordlicht.example", new Voice("Consultant", List.of(), Map.of(), Map.of())));
        assertThat(filled("en", titled)).contains("|Mara Lindqvist/Consultant/Nordlicht Solar");
    }

    @Test
    void a_mail_is_signed_so_in_both_parts() throws TemplateMistake {
        TemplateShelf shelf = Campaign.shelf();
        Template welcome = shelf.find("welcome").orElseThrow();
        Sender house = Campaign.SENDER.with(Map.of(TestTouches.MARA.email(), VOICE));
        Rendered mail = shelf.fill(welcome, SampleTouches.model(welcome, house, SampleTouches.wellKnown()));
        assertThat(mail.text()).contains("So long\n\nMara & Co\n<b>ring</b>\n");
        assertThat(mail.html())
                .contains("So long", "Mara &amp; Co", "&lt;b&gt;ring&lt;/b&gt;")
                .doesNotContain("<b>ring");
    }

    @Test
    void a_template_can_t_take_a_title_or_a_greeting_for_granted() throws TemplateMistake {
        for (String fact : List.of("title", "greeting", "closing")) {
            Template bold = Template.compiled(
                    "bold", 1, "---\nchannel: card\n---\n=== html\n<#if owner??>${owner." + fact + "}</#if>");
            assertThatThrownBy(() -> {
                        TemplateShelf shelf = new TemplateShelf();
                        for (Map<String, Object> model : SampleTouches.models(bold, Campaign.SENDER)) {
                            shelf.fill(bold, model);
                        }
                    })
                    .isInstanceOf(TemplateMistake.class)
                    .hasMessageContaining("owner." + fact);
        }
    }

    private static String filled(String language, Sender house) throws TemplateMistake {
        Template card = Template.compiled("card", 1, CARD.formatted(language));
        return new TemplateShelf()
                .fill(card, SampleTouches.model(card, house, SampleTouches.wellKnown()))
                .html()
                .strip();
    }
}
