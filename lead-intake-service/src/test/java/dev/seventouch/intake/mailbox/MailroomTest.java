package dev.seventouch.intake.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words of a mail that are too long end where a character does. */
class MailroomTest {

    @ParameterizedTest
    @CsvSource({"abcdef, 3, abc", "abc, 3, abc", "a😀😀, 2, a", "a😀😀, 3, a😀", "😀, 2, 😀", "a\u0000b, 3, a b"})
    void what_is_cut_is_whole(String words, int most, String left) {
        assertThat(Mailroom.cut(words, most)).isEqualTo(left);
    }
}
