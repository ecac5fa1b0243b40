package dev.seventouch.mailer.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.events.lead.Lead;
import dev.seventouch.mailer.Campaign;
import dev.seventouch.mailer.TestTouches;
import dev.seventouch.mailer.template.Kind;
import dev.seventouch.mailer.template.Rendered;
import dev.seventouch.mailer.template.SampleTouches;
import dev.seventouch.mailer.template.Template;
import dev.seventouch.mailer.template.TemplateMistake;
import dev.seventouch.mailer.template.TemplateShelf;
import dev.seventouch.mailer.template.TemplateSource;
import dev.seventouch.mailer.template.TemplateSource.Passage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedTemplatesTest {

    private static final TemplateShelf SHELF = Campaign.shelf();

    static Stream<String> ids() {
        return Campaign.templates().keySet().stream();
    }

    static Stream<String> filled() {
        return ids().filter(id -> !id.startsWith("layout"));
    }

    @Test
    void those_that_the_cadences_name_are_all_there() {
        assertThat(ids())
                .contains(
                        "welcome",
                        "three-questions",
                        "library-item",
                        "how-others-decided",
                        "introduction",
                        "season",
                        "please-confirm",
                        "ready-to-buy-alert");
    }

    @ParameterizedTest
    @MethodSource("ids")
    void nothing_is_to_be_said_against_their_copy(String id) {
        PublishingGate gate = new PublishingGate(SHELF, Campaign.SENDER, (name, source, byHand) -> 7);
        assertThat(gate.lint(id, Campaign.templates().get(id))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void they_pass_the_gate(String id) {
        PublishingGate gate = new PublishingGate(SHELF, Campaign.SENDER, (name, source, byHand) -> 7);
        assertThat(gate.publish(id, Campaign.templates().get(id))).isEqualTo(new PublishingGate.Answer.Published(7));
    }

    @ParameterizedTest
    @MethodSource("filled")
    void they_hold_for_leads_of_all_sorts_and_leave_no_trace_of_the_machine(String id) throws Exception {
        for (Rendered rendered : renderings(id)) {
            assertThat(rendered.html()).doesNotContain("${", "<#", "null");
            assertThat(rendered.subject()).doesNotContain("\n", "${");
            if (rendered.kind() == Kind.EMAIL) {
                assertThat(rendered.text()).doesNotContain("${", "<#", "null", "&amp;", "\n\n\n\n");
                assertThat(rendered.subject()).isNotBlank().hasSizeLessThan(100);
            }
        }
        keepForEyes(id);
    }

    private List<Rendered> renderings(String id) throws TemplateMistake {
        Template template = SHELF.find(id).orElseThrow();
        Lead shy = TestTouches.person(1, null, "a@example.com");
        return List.of(
                SHELF.fill(template, SampleTouches.model(template, Campaign.SENDER, SampleTouches.wellKnown())),
                SHELF.fill(template, SampleTouches.model(template, Campaign.SENDER, shy)),
                SHELF.fill(
                        template,
                        SampleTouches.model(
                                template,
                                Campaign.SENDER,
                                new Lead(shy.id(), shy.contact(), shy.origin(), null, null, Map.of()))));
    }

    /** Whoever reads German is not to find an English line under a German mail. */
    @ParameterizedTest
    @ValueSource(strings = {"de", "fr", "es"})
    void the_first_mail_has_a_twin_with_a_frame_in_its_language(String language) throws TemplateMistake {
        Template twin = SHELF.find("welcome-" + language).orElseThrow();
        assertThat(twin.language()).isEqualTo(language);
        assertThat(twin.layout()).isEqualTo("layout-mail-" + language);
        for (Rendered mail : renderings("welcome-" + language)) {
            assertThat(mail.text() + mail.html())
                    .contains("lang=\"" + language)
                    .doesNotContain("Decided already", "Less often", "One click", "The team at", "Hello");
        }
    }

    /** As a mail shows them: the reason is what is seen beside the subject, before it is opened. */
    @ParameterizedTest
    @MethodSource("items")
    void nothing_is_to_be_said_against_an_item_of_the_library(String id) throws IOException {
        assertThat(saidOf(Campaign.item(id))).isEmpty();
    }

    @Test
    void an_item_that_says_nothing_new_shouts_or_hides_where_it_leads_would_not_pass() {
        assertThat(saidOf(new Campaign.Item(
                        "WE ARE JUST CHECKING IN!!",
                        "just a quick reminder",
                        "Hello, just following up: https://bit.ly/x")))
                .extracting(Finding::why)
                .hasSizeGreaterThan(3);
    }

    /** A person says them, or is told by them what to say. */
    @Test
    void nothing_is_to_be_said_against_the_words_of_the_cadences_tasks() throws IOException {
        Map<String, String> tasks = Campaign.tasks();
        assertThat(tasks).hasSizeGreaterThan(45);
        CopyLinter linter = new CopyLinter();
        assertThat(tasks)
                .allSatisfy((words, file) ->
                        assertThat(linter.lint(words)).as(file + ": " + words).isEmpty());
        assertThat(linter.lint("Ring, and say that you are just checking in.")).isNotEmpty();
    }

    static Stream<String> items() throws IOException {
        return Campaign.items().stream();
    }

    private static List<Finding> saidOf(Campaign.Item item) {
        String words = item.subject() + "\n\n" + item.reason() + "\n\n" + item.body();
        String html = "<p>" + item.body().replace("&", "&amp;").replace("<", "&lt;") + "</p>";
        Passage subject = new Passage(item.subject(), 1, 1);
        return Stream.concat(
                        new CopyLinter()
                                .lint(new Rendered(Kind.EMAIL, item.subject(), html, words, "en", true)).stream(),
                        new SubjectRule()
                                .look(new Draft(new TemplateSource(Map.of("subject", subject), Map.of(), List.of()))))
                .toList();
    }

    /** Filled copies under target/renderings, to be looked at in a browser. */
    private void keepForEyes(String id) throws IOException, TemplateMistake {
        Path directory = Files.createDirectories(Path.of("target", "renderings"));
        int number = 0;
        for (Rendered rendered : renderings(id)) {
            number++;
            Files.writeString(directory.resolve(id + "-" + number + ".html"), rendered.html());
            if (rendered.text() != null) {
                Files.writeString(
                        directory.resolve(id + "-" + number + ".txt"),
                        "Subject: " + rendered.subject() + "\n\n" + rendered.text());
            }
        }
    }
}
