package dev.seventouch.engine.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.events.template.TemplateEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamedTemplatesTest {
    private static final String YAML = """
            id: website
            for: { source: [website] }
            confirm: { email: pleas-confirm }
            time: { fallback: Europe/Berlin }
            steps:
              - key: welcome
                email: wellcome
                reason: they asked
              - key: gold
                after: 1d
                when: { attributes: { card: gold } }
                card: { template: greeting }
                reason: it is their day
                else: { letter: introduction, reason: a page that can lie on the desk }
              - key: call
                after: 1d
                call: { say: "Ask what prompted the enquiry." }
                reason: they asked
            then:
              - key: news
                every: 30d
                email: { from: library }
            """;

    @Test
    void each_that_nobody_has_published_is_named_where_it_stands_with_what_was_meant() {
        assertThat(CadenceReader.read(YAML, 1)).isInstanceOf(Reading.Read.class);

        assertThat(NamedTemplates.unknown(YAML, Set.of("welcome", "please-confirm", "other")))
                .extracting(problem -> problem.line() + ":" + problem.column() + " " + problem.message())
                .containsExactly(
                        "3:19 there is no template \"pleas-confirm\"; did you mean \"please-confirm\"?",
                        "7:12 there is no template \"wellcome\"; did you mean \"welcome\"?",
                        "12:23 there is no template \"greeting\"",
                        "14:21 there is no template \"introduction\"",
                        "22:5 there is no template \"library-item\"");
    }

    @Test
    void one_that_frames_an_item_is_refused_where_there_is_none() {
        assertThat(NamedTemplates.withoutItem(YAML, Set.of("welcome", "introduction", "library-item")))
                .extracting(problem -> problem.line() + ":" + problem.column() + " " + problem.message())
                .containsExactly(
                        "14:21 the template \"introduction\" frames an item of the library; write { from: library, template:"
                                + " introduction }, or name another template");
        assertThat(NamedTemplates.needsAnItem("---\nchannel: email\nneeds:  item\n---\nHello"))
                .isTrue();
        assertThat(NamedTemplates.needsAnItem("---\nchannel: email\n---\nneeds: item"))
                .isFalse();
        assertThat(NamedTemplates.framingIn(Path.of("../campaigns")))
                .containsExactlyInAnyOrder("library-item", "library-letter", "customer-item");
    }

    @Test
    void by_the_newest_version_of_a_template() {
        Published published = new Published();
        published.add(new TemplateEvent.Published("frame", 2, "---\nneeds: item\n---\n", Instant.EPOCH));
        published.add(new TemplateEvent.Published("frame", 1, "---\nchannel: email\n---\n", Instant.EPOCH));
        assertThat(published.framing()).containsExactly("frame");
        published.add(new TemplateEvent.Published("frame", 3, "---\nchannel: email\n---\n", Instant.EPOCH));
        assertThat(published.framing()).isEmpty();
        assertThat(published.templates()).containsExactly("frame");
    }

    @Test
    void as_long_as_no_template_is_known_nothing_is_said_of_any() {
        assertThat(NamedTemplates.unknown(YAML, Set.of())).isEmpty();
    }

    @Test
    void the_shipped_cadences_name_shipped_templates_only() {
        assertThat(Campaigns.in(Path.of("../campaigns")).warnings()).isEmpty();
    }

    @Test
    void a_directory_of_campaigns_is_told_of_by_file(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("website.yaml"), YAML);
        Path templates = Files.createDirectory(directory.resolve("templates"));
        for (String id : List.of("welcome", "please-confirm", "introduction", "library-item")) {
            Files.writeString(templates.resolve(id + ".ftl"), "Hello");
        }

        assertThat(Campaigns.in(directory).warnings())
                .first()
                .asString()
                .startsWith(directory.resolve("website.yaml") + ": ")
                .contains("3", "19", "please-confirm");
        assertThat(Campaigns.in(directory).warnings()).hasSize(3);
    }
}
