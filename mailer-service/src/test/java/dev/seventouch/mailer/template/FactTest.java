package dev.seventouch.mailer.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.library.LibraryItem;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.Recipient;
import dev.seventouch.mailer.Campaign;
import dev.seventouch.mailer.TestTouches;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An item of the library says to each industry what concerns it. */
class FactTest {

    private static final Instant NOON = Instant.parse("2026-03-12T11:00:00Z");

    @ParameterizedTest
    @CsvSource({"bakery,Ovens < sun", "' Bakery ',Ovens < sun", "joinery,It depends", ",It depends"})
    void it_is_that_of_the_leads_industry_or_that_of_all_others(@Nullable String industry, String fact)
            throws TemplateMistake {
        Map<String, String> facts = Map.of("bakery", "Ovens < sun", LibraryItem.OTHERWISE, "It depends");
        Rendered mail = mail(industry, facts);
        assertThat(mail.text()).contains("\n" + fact + "\n");
        assertThat(mail.html()).contains("<p>" + fact.replace("<", "&lt;") + "</p>");
    }

    @Test
    void without_one_nothing_is_in_its_place() throws TemplateMistake {
        Rendered mail = mail("joinery", Map.of("bakery", "Ovens"));
        assertThat(mail.text() + mail.html()).doesNotContain("Ovens", "<p></p>");
    }

    @Test
    void a_template_can_t_take_it_for_granted() throws TemplateMistake {
        Template bold =
                Template.compiled("bold", 1, "---\nchannel: card\nneeds: item\n---\n=== html\n<p>${item.fact}</p>");
        TemplateShelf shelf = new TemplateShelf();
        assertThatThrownBy(() -> {
                    for (Map<String, Object> model : SampleTouches.models(bold, Campaign.SENDER)) {
                        shelf.fill(bold, model);
                    }
                })
                .isInstanceOf(TemplateMistake.class)
                .hasMessageContaining("item.fact");
    }

    private static Rendered mail(@Nullable String industry, Map<String, String> facts) throws TemplateMistake {
        TemplateShelf shelf = Campaign.shelf();
        Template frame = shelf.find("library-item").orElseThrow();
        Lead lead =
                SampleTouches.wellKnown().withAttributes(industry == null ? Map.of() : Map.of("industry", industry));
        LibraryItem item = new LibraryItem(
                "batteries",
                "What a battery saves",
                "One figure decides.",
                LibraryItem.Reason.PRODUCT,
                "one figure decides",
                Set.of(),
                Set.of(Channel.EMAIL),
                null,
                null,
                1,
                Map.of(),
                facts);
        return shelf.fill(
                frame,
                TouchModel.of(
                        TestTouches.due(lead, "useful", 1, NOON, Channel.EMAIL, Recipient.LEAD, "library-item"),
                        item,
                        Campaign.SENDER,
                        "en",
                        SampleTouches.WAYS,
                        NOON));
    }
}
