package dev.seventouch.service.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.touch.TouchId;
import dev.seventouch.service.link.TouchMarks.Mark;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class TouchMarksTest {
    private static final TouchMarks MARKS = new TouchMarks(List.of("the-newest-key", "an-older-key"));

    @Provide
    Arbitrary<Mark> marks() {
        Arbitrary<byte[]> ids = Arbitraries.bytes().array(byte[].class).ofSize(16);
        return Combinators.combine(ids, ids)
                .as((lead, touch) ->
                        new Mark(leadOf(lead), new TouchId(HexFormat.of().formatHex(touch))));
    }

    /** As intake derives them. */
    private static LeadId leadOf(byte[] bytes) {
        String digits = new BigInteger(1, bytes).shiftLeft(2).toString(32);
        return new LeadId("0".repeat(26 - digits.length()) + digits);
    }

    @Property
    void a_mark_is_found_wherever_it_stands_and_in_whichever_case(@ForAll("marks") Mark mark) {
        String text = MARKS.of(mark.lead(), mark.touch()).orElseThrow();

        assertThat("bounces+" + text).hasSize(64);
        assertThat(MARKS.in("bounces+" + text + "@example.com")).contains(mark);
        assertThat(MARKS.in("<" + mark.touch() + "." + text + "@example.com>")).contains(mark);
        assertThat(MARKS.in("STOP " + text.toUpperCase(Locale.ROOT))).contains(mark);
    }

    @Property
    void an_altered_mark_is_none(
            @ForAll("marks") Mark mark,
            @ForAll @IntRange(max = 55) int at,
            @ForAll @IntRange(min = 1, max = 31) int by) {
        String text = MARKS.of(mark.lead(), mark.touch()).orElseThrow();
        int digit = (Character.digit(text.charAt(at), 32) + by) % 32;
        String altered = text.substring(0, at) + Character.forDigit(digit, 32) + text.substring(at + 1);

        // 24 bits are not enough to call a hit impossible, but what it would say is not what was altered.
        assertThat(MARKS.in(altered)).isNotEqualTo(java.util.Optional.of(mark));
    }

    @Property
    void keys_can_be_rotated(@ForAll("marks") Mark mark) {
        String old = new TouchMarks(List.of("an-older-key"))
                .of(mark.lead(), mark.touch())
                .orElseThrow();

        assertThat(MARKS.in(old)).contains(mark);
        assertThat(MARKS.of(mark.lead(), mark.touch())).isNotEqualTo(java.util.Optional.of(old));
    }

    @Property
    void no_text_is_too_strange(@ForAll String text) {
        assertThat(MARKS.in(text)).isEmpty();
    }

    @Property
    void only_derived_ids_have_room(@ForAll("marks") Mark mark) {
        LeadId made = new LeadId(mark.lead().value().substring(0, 25) + "1");
        assertThat(MARKS.of(made, mark.touch())).isEmpty();
    }
}
