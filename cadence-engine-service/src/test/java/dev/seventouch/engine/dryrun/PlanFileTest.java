package dev.seventouch.engine.dryrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanFileTest {
    @TempDir
    Path directory;

    @Test
    void a_plan_is_read_with_its_library_and_the_cadences_beside_it() throws IOException {
        Path file = Played.plan(directory);
        Files.writeString(
                directory.resolve("loyalty.yaml"),
                Played.PLAN
                        .replace("id: plan", "id: loyalty")
                        .replace("website", "customer")
                        .replace("welcome,", "thanks,"));
        PlanFile plan = PlanFile.read(file, directory);
        assertThat(plan.tried().ref()).hasToString("plan@1");
        assertThat(plan.world().newest("loyalty")).isPresent();
        assertThat(plan.world().library().items()).hasSize(1);
        assertThat(plan.keys()).contains("welcome", "thanks", "later");
        assertThat(plan.notes()).isEmpty();
    }

    @Test
    void other_files_are_passed_over_and_named() throws IOException {
        Path file = Played.plan(directory);
        Files.writeString(directory.resolve("script.yaml"), "- { after: 9d, signal: replied }\n");
        assertThat(PlanFile.read(file, directory).notes())
                .singleElement()
                .asString()
                .contains("script.yaml: line 1, column 1: ");
    }

    @Test
    void a_plan_that_cannot_be_read_is_refused_with_all_that_is_wrong() throws IOException {
        Path file = Files.writeString(directory.resolve("plan.yaml"), "id: plan\nstep: 3\n");
        assertThatThrownBy(() -> PlanFile.read(file, directory))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(
                        "plan.yaml: line 2, column 1: \"step\" is not known here; did you mean \"steps\"?");
        assertThatThrownBy(() -> PlanFile.read(directory.resolve("none.yaml"), directory))
                .isInstanceOf(Refused.class)
                .hasMessageEndingWith("none.yaml can't be read");
        Path latin = Files.write(directory.resolve("latin.yaml"), new byte[] {'i', 'd', ':', (byte) 0xE4});
        assertThatThrownBy(() -> PlanFile.read(latin, directory)).hasMessageEndingWith("this is not UTF-8 text");
    }

    @Test
    void so_is_a_broken_item_of_the_library() throws IOException {
        Path file = Played.plan(directory);
        Files.writeString(directory.resolve("library").resolve("broken.md"), "no fields\n");
        assertThatThrownBy(() -> PlanFile.read(file, directory))
                .hasMessageContaining("broken.md: line 1, column 1: an item begins with its fields");
    }
}
