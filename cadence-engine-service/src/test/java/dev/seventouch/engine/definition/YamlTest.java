package dev.seventouch.engine.definition;

import static dev.seventouch.engine.definition.Plans.mistakes;
import static dev.seventouch.engine.definition.Plans.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not for a definition to hold. */
class YamlTest {

    @Test
    void what_is_no_yaml_is_said_to_be_none_at_its_place() {
        assertThat(mistakes("id: [a"))
                .containsExactly("1:7 this is not YAML: expected ',' or ']', but got <stream end>");
        assertThat(mistakes("id: plan\n\tfor: me\n"))
                .containsExactly(
                        "2:1 this is not YAML: found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation)");
        assertThat(mistakes("id: a\n---\nid: b\n")).containsExactly("2:1 this is not YAML: but found another document");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n\n", "# nothing yet\n"})
    void nothing_is_said_to_be_nothing(String yaml) {
        assertThat(mistakes(yaml)).containsExactly("1:1 there is nothing here");
    }

    @Test
    void what_is_missed_at_the_end_is_noted_within_the_text() {
        assertThat(mistakes("id: \"plan\n\n")).singleElement().asString().startsWith("2:1 this is not YAML: ");
    }

    @Test
    void aliases_are_to_be_written_out() {
        assertThat(mistakes("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]"))
                .containsExactly("2:8 write it out: no alias such as \"*a\" is taken");
        assertThat(mistakes("a: &a [*a]")).containsExactly("1:8 write it out: no alias such as \"*a\" is taken");
    }

    @Test
    void tags_have_no_meaning() {
        assertThat(mistakes(with("id: plan", "id: !!java.net.URL plan")))
                .containsExactly("1:5 leave the tag \"tag:yaml.org,2002:java.net.URL\" out: it has no meaning here");
        assertThat(mistakes(with("limits: {", "limits: !strict {")))
                .containsExactly("4:9 leave the tag \"!strict\" out: it has no meaning here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? "})
    void nesting_ends(String deeper) {
        assertThat(mistakes(deeper.repeat(100_000)))
                .containsExactly("1:" + (20 * deeper.length() + 1) + " this is nested too deeply");
    }

    @Test
    void what_cannot_be_seen_is_named() {
        assertThat(mistakes("id: plan\nfor: we\u0007b\n"))
                .containsExactly("2:8 the character U+0007 has no place in a text");
        assertThat(mistakes(with("it is due", "\"it \\0 is\"")))
                .containsExactly("15:13 the character U+0000 has no place in a text");
        assertThat(mistakes(with("it is due", "\"it \\uD83D is\"")))
                .containsExactly("15:13 the character U+D83D has no place in a text");
    }

    @Test
    void what_is_missed_at_the_end_is_noted_behind_the_last_character() {
        for (String end : List.of("", "\n", "\r", "\r\n")) {
            assertThat(mistakes("id: [" + end))
                    .containsExactly("1:6 this is not YAML: expected the node content, but found '<stream end>'");
        }
    }

    @Test
    void a_character_of_two_units_may_stand_anywhere() {
        for (int before = 1000; before < 1050; before++) {
            assertThat(mistakes("#" + "x".repeat(before) + "\uD83D\uDCA1"))
                    .containsExactly("1:1 there is nothing here");
        }
    }

    @Test
    void a_text_is_at_most_a_mebibyte() {
        assertThat(mistakes("#".repeat((1 << 20) + 1))).containsExactly("1:1 this is too long; expected at most 1 MiB");
    }

    @Test
    void of_very_many_mistakes_the_first_are_named() {
        assertThat(mistakes("a: b\n".repeat(100_000))).hasSize(200);
    }

    /** Whatever is written, the answer is a reading, never an exception. */
    @Property(tries = 1000)
    void nothing_written_is_too_strange(@ForAll String text) {
        assertThat(CadenceReader.read(text, 1)).isInstanceOf(Reading.Broken.class);
    }
}
