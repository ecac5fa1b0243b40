package dev.seventouch.mailer.rep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.mailer.Campaign;
import dev.seventouch.mailer.template.Voice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepFilesTest {

    @TempDir
    private Path directory;

    @Test
    void a_rep_is_read_with_all_that_its_file_says() throws IOException {
        write(
                "mara",
                "email: Mara@Example.com\ntitle: Consultant\nsignature:\n  - Mara\n  - <b>+49 40</b>\n"
                        + "greeting: { de: Moin, no: Hei }\nclosing: { en: Bye }\n");
        assertThat(RepFiles.read(directory))
                .containsExactly(Map.entry(
                        "mara@example.com",
                        new Voice(
                                "Consultant",
                                List.of("Mara", "<b>+49 40</b>"),
                                Map.of("de", "Moin", "no", "Hei"),
                                Map.of("en", "Bye"))));
    }

    @Test
    void one_that_is_wrong_or_comes_twice_is_left_out_and_the_others_hold() throws IOException {
        write("a", "email: a@example.com\ntitle: first");
        write("b", "title: nobody");
        write("c", "email: A@example.com\ntitle: second");
        write("d", "email: d@example.com");
        assertThat(RepFiles.read(directory)).containsOnlyKeys("a@example.com", "d@example.com");
        assertThat(RepFiles.read(directory).get("a@example.com"))
                .satisfies(voice -> assertThat(voice.title()).isEqualTo("first"));
        assertThat(RepFiles.read(directory.resolve("none"))).isEmpty();
    }

    @Test
    void those_that_are_shipped_can_be_read() throws IOException {
        Path shipped = Campaign.DIRECTORY.resolve("reps");
        try (var files = Files.list(shipped)) {
            assertThat(RepFiles.read(shipped)).hasSize((int) files.count());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{|it is no YAML",
                "words|it has no fields",
                "title: x|\"email\" is the rep's one address",
                "email: mara|\"email\" is the rep's one address",
                "email: [a@b.c]|\"email\" is to be one line",
                "email: a@b.c\\ntitel: x|\"titel\" is no field: take one of closing, email, greeting, signature, title",
                "email: a@b.c\\nemail: a@b.c|it is no YAML",
                "email: a@b.c\\ntitle: \"a\\tb\"|\"title\" is to be one line",
                "email: a@b.c\\nsignature: Mara|\"signature\" is a list",
                "email: a@b.c\\nsignature: []|\"signature\" is a list",
                "email: a@b.c\\nsignature: [a, b, c, d, e, f, g, h, i]|\"signature\" is a list of 1 to 8",
                "email: a@b.c\\nsignature: [a, '']|\"signature\" is to be one line",
                "email: a@b.c\\ngreeting: Moin|\"greeting\" is by language, such as { en: Good day }",
                "email: a@b.c\\nclosing: { german: Gruß }|no language: take its two letters"
            })
    void a_mistake_names_its_field_and_the_cure(String yaml, String problem) {
        assertThat(RepReader.read(yaml.replace("\\n", "\n")))
                .isInstanceOfSatisfying(
                        RepReader.Reading.Broken.class,
                        broken -> assertThat(broken.problems())
                                .anySatisfy(one -> assertThat(one).contains(problem)));
    }

    private void write(String name, String yaml) throws IOException {
        Files.writeString(directory.resolve(name + ".yaml"), yaml);
    }
}
