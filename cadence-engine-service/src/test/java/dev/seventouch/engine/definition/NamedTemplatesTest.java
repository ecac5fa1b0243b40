package dev.seventouch.engine.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NamedTemplatesTest {
    private static final Path CAMPAIGNS = Path.of("../campaigns");

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
                        "3:19 no template \"pleas-confirm\" is published; did you mean \"please-confirm\"?",
                        "7:12 no template \"wellcome\" is published; did you mean \"welcome\"?",
                        "12:23 no template \"greeting\" is published",
                        "14:21 no template \"introduction\" is published",
                        "22:5 no template \"library-item\" is published");
    }

    @Test
    void as_long_as_no_template_is_known_nothing_is_said_of_any() {
        assertThat(NamedTemplates.unknown(YAML, Set.of())).isEmpty();
    }

    @Test
    void the_shipped_cadences_name_shipped_templates_only() throws IOException {
        Set<String> shipped = names(CAMPAIGNS.resolve("templates"), ".ftl");
        for (String id : names(CAMPAIGNS, ".yaml")) {
            String yaml = Files.readString(CAMPAIGNS.resolve(id + ".yaml"));
            assertThat(NamedTemplates.unknown(yaml, shipped)).as(id).isEqualTo(List.of());
        }
    }

    private static Set<String> names(Path directory, String ending) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .collect(Collectors.toSet());
        }
    }
}
