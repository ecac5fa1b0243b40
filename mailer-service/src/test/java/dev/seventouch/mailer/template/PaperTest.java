package dev.seventouch.mailer.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.events.lead.Contact;
import dev.seventouch.events.lead.Conversation;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.PostalAddress;
import dev.seventouch.mailer.Campaign;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A letter comes on the paper that its reader is used to, unless its template says otherwise. */
class PaperTest {

    private static final String LETTER = "---\nchannel: letter\nlayout: frame%s\n---\n=== html\nwords";

    @ParameterizedTest
    @CsvSource({
        "DE,DE,on A4",
        "US,DE,on US letter",
        ",US,on US letter",
        "CA,,on US letter",
        "MX,US,on US letter",
        "us,,on US letter",
        "GB,US,on A4",
        ",,on A4"
    })
    void the_country_of_the_address_decides_else_the_leads_own(
            @Nullable String ofAddress, @Nullable String ofLead, String frame) throws TemplateMistake {
        assertThat(filled(shelf(), "", lead(ofAddress, ofLead))).isEqualTo(frame);
    }

    @Test
    void what_the_template_says_goes_before_and_a_frame_without_a_twin_stays() throws TemplateMistake {
        assertThat(filled(shelf(), "\npaper: a4", lead("US", "US"))).isEqualTo("on A4");
        assertThat(filled(shelf(), "\npaper: us-letter", lead("DE", "DE"))).isEqualTo("on US letter");
        assertThat(filled(shelf(), "-us", lead("DE", "DE"))).isEqualTo("on US letter");
        TemplateShelf one = new TemplateShelf();
        one.put("frame", 1, "---\nchannel: layout\n---\n=== html\non A4");
        assertThat(filled(one, "", lead("US", "US"))).isEqualTo("on A4");
    }

    @Test
    void shipped_letters_come_on_both() throws TemplateMistake {
        TemplateShelf shelf = Campaign.shelf();
        Template letter = shelf.find("introduction").orElseThrow();
        assertThat(shelf.fill(letter, SampleTouches.model(letter, Campaign.SENDER, lead("US", "US")))
                        .html())
                .contains("size: 8.5in 11in");
        assertThat(shelf.fill(letter, SampleTouches.model(letter, Campaign.SENDER, lead("DE", "DE")))
                        .html())
                .contains("size: A4");
    }

    @Test
    void a_card_has_a_line_of_what_was_agreed_else_of_the_talk_else_its_own() throws TemplateMistake {
        TemplateShelf shelf = Campaign.shelf();
        Template card = shelf.find("season").orElseThrow();
        Lead known = SampleTouches.wellKnown();
        Conversation last = java.util.Objects.requireNonNull(known.lastConversation());
        Lead talked = known.withConversation(new Conversation(last.at(), "He may leave his wife.", null));
        Lead stranger = known.withConversation(null);
        for (Map.Entry<Lead, String> one : Map.of(
                        known,
                        "send two comparable projects",
                        talked,
                        "Our talk on 3 March 2026",
                        stranger,
                        "Only my best wishes")
                .entrySet()) {
            Map<String, Object> model = SampleTouches.model(card, Campaign.SENDER, one.getKey());
            model.remove("item");
            assertThat(shelf.fill(card, model).html()).contains(one.getValue()).doesNotContain("wife");
        }
    }

    private static TemplateShelf shelf() {
        TemplateShelf shelf = new TemplateShelf();
        shelf.put("frame", 1, "---\nchannel: layout\n---\n=== html\non A4");
        shelf.put("frame-us", 1, "---\nchannel: layout\n---\n=== html\non US letter");
        return shelf;
    }

    private static String filled(TemplateShelf shelf, String more, Lead lead) throws TemplateMistake {
        Template letter = Template.compiled("letter", 1, LETTER.formatted(more));
        return shelf.fill(letter, SampleTouches.model(letter, Campaign.SENDER, lead))
                .html()
                .strip();
    }

    private static Lead lead(@Nullable String ofAddress, @Nullable String ofLead) {
        Lead known = SampleTouches.wellKnown();
        return new Lead(
                known.id(),
                new Contact(
                        "Jonas Brandt",
                        null,
                        null,
                        new PostalAddress("Werftstraße 12", "24143", "Kiel", ofAddress),
                        null,
                        "en",
                        null,
                        ofLead),
                known.origin(),
                known.owner(),
                null,
                Map.of());
    }
}
