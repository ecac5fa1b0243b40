package dev.seventouch.mailer.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.seventouch.mailer.Campaign;
import dev.seventouch.mailer.lint.PublishingGate.Answer;
import dev.seventouch.mailer.template.TemplateShelf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is published can be sent, to whomever it goes. */
class PublishingGateTest {

    private static final TemplateShelf SHELF = Campaign.shelf();

    private final PublishingGate gate = new PublishingGate(SHELF, Campaign.SENDER, (id, source, byHand) -> 7);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "${item.body}|not every touch brings an item",
                "${item.reason?cap_first}|not every touch brings an item",
                "${(owner.phone)!}<#if item??>${lead.company}</#if>|lead.company is not always known",
                "<#if lastConversation??>${lastConversation.agreed}</#if>|lastConversation.agreed is not always known",
                "${lastConversation.on}|lastConversation is not always known",
                "<#if owner??>${owner.phone}</#if>|owner.phone is not always known",
                "${owner.name}|owner is not always known",
                "<#if lead.company??>${lead.attributes.interest}</#if>|lead.attributes.interest is not always known",
                "<#if lead.attributes.interest??>${lead.attributes.message}</#if>|lead.attributes.message is not always",
                "<#if lead.name??>${lead.firstName}</#if>|lead.firstName is not always known"
            })
    void what_may_be_missing_and_has_no_way_out_is_not_published(String words, String why) {
        assertThat(gate.publish("trial", template("", words)))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.whys())
                                .singleElement()
                                .asString()
                                .contains("line 7", why));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<#if item??>${item.body}</#if>",
                "${(item.subject)!\"nothing new\"}",
                "<#if lastConversation?? && lastConversation.agreed??>${lastConversation.agreed}</#if>",
                "<#if (owner.phone)??>${owner.name} ${owner.phone}</#if>",
                "<#if lead.firstName??>${lead.name}</#if>",
                "${lead.email} came by ${lead.source}",
                "${lead.attributes.fair!\"the fair\"}"
            })
    void what_has_a_default_is(String words) {
        assertThat(gate.publish("trial", template("", words))).isEqualTo(new Answer.Published(7));
    }

    @Test
    void a_frame_for_items_of_the_library_says_so_and_may_rely_on_one() {
        assertThat(gate.publish("trial", template("needs: item\n", "${item.subject} ${item.paragraphs?first}")))
                .isEqualTo(new Answer.Published(7));
        assertThat(gate.publish("trial", template("needs: conversation\n", "x")))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.whys())
                                .first()
                                .asString()
                                .contains("line 5", "\"needs\" can only be item"));
    }

    /** A bare source says little: the mail that would go out is looked at, its frame and its MJML included. */
    @Test
    void what_would_go_out_is_looked_at_and_not_only_the_source() {
        TemplateShelf shelf = new TemplateShelf();
        shelf.put(
                "frame",
                1,
                "---\nchannel: layout\n---\n=== text\n${content} ${links.unsubscribe} ${links.readyToBuy}"
                        + " ${sender.postalAddress}\n=== mjml\n<mjml><mj-body><mj-section><mj-column><mj-image"
                        + " src=\"https://example.com/logo.svg\"></mj-image><mj-text>${content} ${links.unsubscribe}"
                        + " ${links.readyToBuy} ${sender.postalAddress} <a href=\"https://bit.ly/x\">x</a></mj-text>"
                        + "</mj-column></mj-section></mj-body></mjml>\n");
        PublishingGate gate = new PublishingGate(shelf, Campaign.SENDER, (id, source, byHand) -> 7);
        String source = template("", "From 1 May the rate falls.").replace("layout-mail", "frame");
        assertThat(new CopyLinter().lint(source))
                .extracting(Finding::why)
                .doesNotContain("Gmail and Outlook show no SVG");
        assertThat(gate.lint("trial", source))
                .extracting(Finding::line, Finding::severity, Finding::why)
                .contains(
                        tuple(3, Finding.Severity.WARNING, "with its frame \"frame\": Gmail and Outlook show no SVG"),
                        tuple(
                                3,
                                Finding.Severity.ERROR,
                                "with its frame \"frame\": a shortened link hides where it leads, and filters distrust it"));
        assertThat(gate.publish("trial", source)).isInstanceOf(Answer.Refused.class);
        assertThat(gate.lint("frame", shelf.find("frame").orElseThrow().source()))
                .as("the frame itself, with the place in its MJML")
                .extracting(Finding::line, Finding::why)
                .contains(tuple(7, "Gmail and Outlook show no SVG"));
    }

    @Test
    void what_keeps_a_template_from_being_one_is_told_beside_what_is_said_of_its_words() {
        assertThat(gate.lint("trial", template("", "just checking in, ${lead.frstName}")))
                .filteredOn(finding -> finding.severity() == Finding.Severity.ERROR)
                .extracting(Finding::line, Finding::why)
                .anySatisfy(said -> assertThat(said.toList().toString()).contains("7", "no reason to read on"))
                .anySatisfy(said -> assertThat(said.toList().toString()).contains("7", "lead.frstName"));
        assertThat(gate.lint("trial", "---\nchannel: fax\n---\n=== html\nx\n"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.why()).contains("is no channel"));
    }

    private static String template(String front, String words) {
        return "---\nchannel: email\nlayout: layout-mail\nsubject: What changed on 1 May\n" + front + "---\n"
                + "=== text\n" + words
                + "\n=== html\n<p>The rule has changed on 1 May, and here is what follows.</p>\n";
    }

    /** A file is looked at on each start. */
    @Test
    void a_file_undoes_nothing_that_was_published_by_hand_until_it_changes() {
        TemplateShelf shelf = new TemplateShelf();
        Campaign.templates().forEach((id, source) -> shelf.put(id, 1, source));
        PublishingGate house = new PublishingGate(shelf, Campaign.SENDER, (id, source, byHand) -> {
            int version = shelf.entry(id).map(TemplateShelf.Entry::latest).orElse(0) + 1;
            return shelf.put(id, version, source, byHand).latest();
        });
        String first = template("", "Hello, the first file.");
        String second = template("", "Hello, the second file.");
        String byHand = template("", "Hello, by hand.");
        String later = template("", "Hello, later by hand.");

        assertThat(house.publishFile("trial", first)).isEqualTo(new Answer.Published(1));
        assertThat(house.publish("trial", byHand)).isEqualTo(new Answer.Published(2));
        assertThat(house.publishFile("trial", first)).as("not changed").isEqualTo(new Answer.Published(2));
        assertThat(house.publishFile("trial", byHand))
                .as("brought into the file")
                .isEqualTo(new Answer.Published(2));
        assertThat(house.publish("trial", later)).isEqualTo(new Answer.Published(3));
        assertThat(house.publishFile("trial", byHand)).as("not changed").isEqualTo(new Answer.Published(3));
        assertThat(shelf.entry("trial").orElseThrow().source()).isEqualTo(later);
        assertThat(house.publishFile("trial", second)).as("changed").isEqualTo(new Answer.Published(4));
        assertThat(house.publishFile("trial", first)).as("changed back").isEqualTo(new Answer.Published(5));
        assertThat(shelf.entry("trial").orElseThrow().source()).isEqualTo(first);
    }
}
