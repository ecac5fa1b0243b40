package dev.seventouch.service.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose key is shown. */
class OperatorsTest {
    private static final OperatorKey HOUSE = new OperatorKey("the key of the house itself", null);
    private static final String MARAS = "a key that is Mara's alone";

    @TempDir
    Path directory;

    @Test
    void each_key_names_who_has_it() throws IOException {
        Path file = Files.writeString(
                directory.resolve("keys"), "# of the night\n\n bert.2 = = a key with = signs in it \n");
        Operators operators = Operators.of(HOUSE, Map.of("Mara", MARAS), file.toString());

        assertThat(operators.whoHas("the key of the house itself")).contains("operator");
        assertThat(operators.whoHas(MARAS)).contains("mara");
        assertThat(operators.whoHas("= a key with = signs in it")).contains("bert.2");
        assertThat(operators.whoHas("")).isEmpty();
        assertThat(operators.whoHas(MARAS + "x")).isEmpty();
        assertThat(operators.hasOwnKey(" MARA ")).isTrue();
        assertThat(operators.hasOwnKey("Mara Holm")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "operator, a key of its own that is long enough, seventouch.operators.operator: an operator's name",
        "m m, a key of its own that is long enough, seventouch.operators.m m: an operator's name",
        "mara, tiny, seventouch.operators.mara: the key is too short",
        "mara, the key of the house itself, seventouch.operators.mara: it is the key of operator",
    })
    void what_can_be_no_key_is_said_without_it(String name, String key, String problem) {
        assertThatThrownBy(() -> Operators.of(HOUSE, Map.of(name, key), null))
                .hasMessageStartingWith(problem)
                .message()
                .doesNotContain(key);
    }

    @Test
    void a_file_that_is_not_there_or_wrong_is_said_with_its_line() throws IOException {
        Path file = directory.resolve("keys");
        assertThatThrownBy(() -> Operators.of(HOUSE, Map.of(), file.toString()))
                .hasMessageContaining("SEVENTOUCH_OPERATOR_KEYS");
        Files.writeString(file, "mara=" + MARAS + "\njust a word\n");
        assertThatThrownBy(() -> Operators.of(HOUSE, Map.of(), file.toString()))
                .hasMessage(file + ", line 2: write NAME=KEY");
        Files.writeString(file, "mara=" + MARAS + "\n");
        assertThatThrownBy(() -> Operators.of(HOUSE, Map.of("mara", "another key of Mara's"), file.toString()))
                .hasMessage(file + ", line 1: mara has a key already; each operator has one");
    }
}
