package dev.seventouch.mailer.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.seventouch.mailer.Campaign;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {

    private static final String GOOD = "---\nchannel: card\n---\n=== html\n<p>one</p>\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hello|1|begins with its front matter",
                "---\\nchannel: card|2|has no end",
                "---\\nchannel card\\n---|2|is no fact",
                "---\\nchanel: card\\n---|2|is not known here",
                "---\\nchannel: fax\\n---\\n=== html\\nx|2|is no channel",
                "---\\nchannel: card\\nchannel: card\\n---|3|said twice",
                "---\\nchannel: card\\n---\\nwords|4|in no part",
                "---\\nchannel: card\\n---\\n=== pdf\\nx|4|is no part",
                "---\\nchannel: card\\n---\\n=== html\\nx\\n=== html\\ny|6|two parts",
                "---\\nchannel: card\\n---\\n=== text\\nx|1|no \"=== html\"",
                "---\\nchannel: email\\n---\\n=== html\\nx|1|needs a \"subject\"",
                "---\\nchannel: card\\nto: Lead\\n---\\n=== html\\nx|3|either lead or owner",
                "---\\nchannel: card\\nfrom: home\\n---\\n=== html\\nx|3|either owner",
                "---\\nchannel: card\\nfrom: Mara <mara@example.com>\\n---\\n=== html\\nx|3|or house",
                "---\\nchannel: card\\nfrom:\\n---\\n=== html\\nx|3|either owner",
                "---\\nchannel: card\\nlanguage: english\\n---\\n=== html\\nx|3|did you mean \"en\"?",
                "---\\nchannel: card\\nlanguage: Deutsch\\n---\\n=== html\\nx|3|did you mean \"de\"?",
                "---\\nchannel: card\\nlanguage: ger\\n---\\n=== html\\nx|3|is no language tag",
                "---\\nchannel: card\\nlanguage: deu\\n---\\n=== html\\nx|3|did you mean \"de\"?",
                "---\\nchannel: card\\nlanguage: en_US\\n---\\n=== html\\nx|3|did you mean \"en-US\"?",
                "---\\nchannel: card\\nlanguage: en-UK\\n---\\n=== html\\nx|3|is no language tag",
                "---\\nchannel: card\\nlanguage: xx\\n---\\n=== html\\nx|3|is no language tag",
                "---\\nchannel: letter\\npaper: A5\\n---\\n=== html\\nx|3|either a4 or us-letter",
                "---\\nchannel: card\\npaper: a4\\n---\\n=== html\\nx|3|only a letter",
                "---\\nchannel: card\\nsubject: ${\\n---\\n=== html\\nx|3|",
                "---\\nchannel: card\\n---\\n=== html\\nok\\n<p>${lead.?}|6|"
            })
    void a_mistake_is_told_with_its_place(String source, int line, String message) {
        TemplateMistake mistake = catchThrowableOfType(
                TemplateMistake.class, () -> Template.compiled("t", 1, source.replace("\\n", "\n")));
        assertThat(mistake).isNotNull();
        assertThat(mistake.line()).isEqualTo(line);
        if (message != null) {
            assertThat(mistake).hasMessageContaining(message);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de-AT", "zh-Hant-TW", "pt-BR", "es-419", "gsw", "en-x-house", "DE"})
    void a_language_is_told_by_its_tag(String tag) throws TemplateMistake {
        Template template = Template.compiled("t", 1, GOOD.replace("card\n", "card\nlanguage: " + tag + "\n"));
        assertThat(template.language()).isEqualTo(tag);
    }

    @Test
    void a_mail_comes_from_the_owner_unless_it_comes_from_the_house() throws TemplateMistake {
        assertThat(Template.compiled("t", 1, GOOD).signedByOwner()).isTrue();
        assertThat(Template.compiled("t", 1, GOOD.replace("card\n", "card\nfrom: owner\n"))
                        .signedByOwner())
                .isTrue();
        assertThat(Template.compiled("t", 1, GOOD.replace("card\n", "card\nfrom: house\n"))
                        .signedByOwner())
                .isFalse();
    }

    @Test
    void a_version_that_can_not_be_read_is_set_aside_and_the_one_before_stays() {
        TemplateShelf shelf = new TemplateShelf();
        shelf.put("card", 1, GOOD);
        assertThat(shelf.put("card", 2, "nonsense").setAside()).contains("line 1");
        assertThat(shelf.find("card").orElseThrow().version()).isEqualTo(1);
        shelf.put("card", 3, GOOD.replace("one", "three"));
        shelf.put("card", 2, GOOD);
        assertThat(shelf.find("card").orElseThrow().version()).isEqualTo(3);
        assertThat(shelf.entry("card").orElseThrow().setAside()).isNull();
    }

    @Test
    void the_same_is_filled_alike_whatever_the_line_ends() throws Exception {
        Template unix = Template.compiled("t", 1, GOOD);
        Template windows = Template.compiled("t", 1, GOOD.replace("\n", "\r\n"));
        assertThat(fill(unix)).isEqualTo(fill(windows)).isEqualTo("<p>one</p>\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Ada Lovelace|Ada",
                "ada|ada",
                "Lovelace, Ada|Ada",
                "Dr. Ada Lovelace|Ada",
                "Herr Brandt|Brandt",
                "Jean-Luc Picard|Jean-Luc",
                "Zoë Q|Zoë",
                "李明|李明",
                "info@example.com|-",
                "https://evil.example|-",
                "B. Smith|-",
                "12345|-"
            })
    void a_greeting_uses_a_first_name_only_where_there_is_one(String name, String first) {
        assertThat(Decency.firstName(name)).isEqualTo(first);
    }

    private static String fill(Template template) throws TemplateMistake {
        return new TemplateShelf()
                .fill(template, SampleTouches.model(template, Campaign.SENDER, SampleTouches.wellKnown()))
                .html();
    }
}
