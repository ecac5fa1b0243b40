package dev.seventouch.engine.dryrun;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void cells_stand_below_each_other_left_or_right() {
        Table table = new Table(5, -6, 4);
        assertThat(table.row("a", "1,000", "x")).isEqualTo("a       1,000  x");
        assertThat(table.row("abcde", "7", "")).isEqualTo("abcde       7");
    }

    @Test
    void what_is_too_long_goes_on_below_and_breaks_between_words() {
        assertThat(new Table(4, 9, 4).row("day", "one two three", "why")).isEqualTo("""
                day   one two    why
                      three""");
    }

    @Test
    void line_breaks_are_kept_and_a_word_that_is_too_long_is_cut() {
        assertThat(Table.wrapped("one\ntwo abcdefgh", 5)).containsExactly("one", "two", "abcde", "fgh");
        assertThat(Table.wrapped("", 5)).containsExactly("");
    }

    @Test
    void characters_beyond_sixteen_bits_count_as_one() {
        assertThat(Table.wrapped("😀😀😀 😀", 3)).containsExactly("😀😀😀", "😀");
    }
}
