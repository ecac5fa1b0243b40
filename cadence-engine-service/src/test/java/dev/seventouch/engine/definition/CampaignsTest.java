package dev.seventouch.engine.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.engine.cadence.Progress;
import dev.seventouch.engine.cadence.Step;
import dev.seventouch.events.library.LibraryItem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CampaignsTest {
    private static final String REST = """
            time: { fallback: Europe/Berlin }
            steps:
              - { key: welcome, email: welcome, reason: they asked }
            then:
              - { every: 90d, email: { from: library } }
            """;

    @TempDir
    Path directory;

    @Test
    void reads_cadences_and_items() {
        write("web.yaml", "id: web\nfor: { source: website, otherwise: yes }\ncustomers: loyal\n" + REST);
        write("loyal.yaml", "id: loyal\n" + REST);
        write("library/rates.md", "---\nsubject: A\nkind: other\nreason: B\n---\nC");
        Campaigns campaigns = Campaigns.in(directory);
        assertThat(campaigns.cadences()).extracting(Campaigns.CadenceFile::id).containsExactly("loyal", "web");
        assertThat(campaigns.items()).extracting(LibraryItem::id).containsExactly("rates");
    }

    @Test
    void customers_go_on_in_a_cadence_that_there_is() {
        write("web.yaml", "id: web\ncustomers: loyall\n" + REST);
        write("loyal.yaml", "id: loyal\n" + REST);
        assertThat(wrong())
                .containsExactly(
                        "web.yaml: line 2, column 12: there is no cadence \"loyall\"; did you mean \"loyal\"?");
    }

    @Test
    void a_source_is_taken_by_one_cadence() {
        write("a.yaml", "id: a\nfor: { source: [fair, website] }\n" + REST);
        write("b.yaml", "id: b\nfor: { source: [api, website] }\n" + REST);
        assertThat(wrong()).containsExactly("b.yaml: line 2, column 22: \"website\" is taken already, in a.yaml");
    }

    @Test
    void the_other_leads_are_taken_by_one_cadence() {
        write("a.yaml", "id: a\nfor: { source: fair, otherwise: yes }\n" + REST);
        write("b.yaml", "id: b\nfor: { source: api, otherwise: true }\n" + REST);
        write("c.yaml", "id: c\nfor: { source: ads, otherwise: no }\n" + REST);
        assertThat(wrong())
                .containsExactly(
                        "b.yaml: line 2, column 32: the leads whose source no cadence names are taken already, in a.yaml");
    }

    @Test
    void an_id_is_that_of_one_cadence() {
        write("a.yaml", "id: a\n" + REST);
        write("b.yaml", "id: a\n" + REST);
        assertThat(wrong()).containsExactly("b.yaml: line 1, column 5: there is a cadence \"a\" already, in a.yaml");
    }

    @Test
    void a_broken_cadence_makes_no_other_look_broken() {
        write("web.yaml", "id: web\ncustomers: loyal\n" + REST);
        write("loyal.yaml", "id: loyal\ncycle: long\n" + REST);
        write("more.yaml", "id: more\ncustomers: odd\n" + REST);
        write("odd.yaml", "id: [");
        assertThat(wrong())
                .satisfiesExactly(
                        loyal -> assertThat(loyal).startsWith("loyal.yaml: line 2, column 8: \"long\": expected"),
                        odd -> assertThat(odd).startsWith("odd.yaml: line 1, column 6: this is not YAML"));
    }

    @Test
    void what_is_wrong_anywhere_is_named_at_once() {
        write("a.yaml", "id: a\ncustomers: nobody\ncycle: long\n" + REST);
        write("b.yaml", "id: b\nfor: {}\n" + REST);
        write("library/rates.md", "---\nsubject: A\nkind: other\n---\nC");
        write("latin.yaml", new byte[] {'i', 'd', ':', ' ', (byte) 0xE4, '\n'});
        assertThat(wrong())
                .extracting(line -> line.replaceAll("(column \\d+|UTF-8).*", "$1"))
                .containsExactlyInAnyOrder(
                        "latin.yaml: this is not UTF-8",
                        "a.yaml: line 2, column 12",
                        "a.yaml: line 3, column 8",
                        "b.yaml: line 2, column 6",
                        "library/rates.md: line 2, column 1");
    }

    @Test
    void a_directory_that_is_not_there_holds_nothing() {
        assertThat(Campaigns.in(directory.resolve("nowhere")))
                .isEqualTo(new Campaigns(List.of(), List.of(), List.of()));
    }

    @Test
    void the_shipped_campaigns_can_be_read() {
        Campaigns campaigns = Campaigns.in(Path.of("..", "campaigns"));
        assertThat(campaigns.cadences()).extracting(Campaigns.CadenceFile::id).contains("website-enquiry");
        assertThat(campaigns.items()).hasSizeGreaterThan(12);
    }

    @Test
    void every_shipped_plan_goes_through_its_steps_and_on_for_ever() {
        Instant start = Instant.parse("2026-11-02T08:00:00Z");
        assertThat(Campaigns.in(Path.of("..", "campaigns")).cadences()).allSatisfy(file -> {
            Cadence cadence = Plans.read(file.yaml());
            assertThat(cadence.steps()).hasSizeGreaterThanOrEqualTo(7);
            Progress progress = Progress.from(start);
            for (int touch = 0; touch < 200; touch++) {
                Cadence.Following next = cadence.following(progress, ZoneOffset.UTC, false);
                progress = progress.past(next.place(), next.notBefore());
            }
            assertThat(progress.last().key())
                    .isEqualTo(cadence.phases().getLast().key());
            assertThat(progress.done())
                    .containsKeys(cadence.steps().stream().map(Step::key).toArray(String[]::new));
        });
    }

    private List<String> wrong() {
        return catchThrowableOfType(Campaigns.Broken.class, () -> Campaigns.in(directory))
                .getMessage()
                .replace(directory + "/", "")
                .lines()
                .toList();
    }

    private void write(String file, String text) {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private void write(String file, byte[] bytes) {
        try {
            Path path = directory.resolve(file);
            Files.createDirectories(path.getParent());
            Files.write(path, bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
