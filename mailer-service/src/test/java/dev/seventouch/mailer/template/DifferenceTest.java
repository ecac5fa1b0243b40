package dev.seventouch.mailer.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.mailer.template.Difference.Change;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DifferenceTest {

    @Example
    void one_line_that_was_rewritten_is_gone_and_new() {
        assertThat(Difference.between("a\nb\nc", "a\nx\nc"))
                .containsExactly(
                        new Difference.Line(Change.SAME, 1, 1, "a"),
                        new Difference.Line(Change.GONE, 2, 0, "b"),
                        new Difference.Line(Change.NEW, 0, 2, "x"),
                        new Difference.Line(Change.SAME, 3, 3, "c"));
    }

    @Property(tries = 300)
    void both_can_be_read_out_of_it(@ForAll("texts") String before, @ForAll("texts") String after) {
        List<Difference.Line> lines = Difference.between(before, after);
        assertThat(words(lines, Change.NEW)).isEqualTo(before);
        assertThat(words(lines, Change.GONE)).isEqualTo(after);
        if (before.equals(after)) {
            assertThat(lines).allMatch(line -> line.change() == Change.SAME);
        }
    }

    private static String words(List<Difference.Line> lines, Change without) {
        return lines.stream()
                .filter(line -> line.change() != without)
                .map(Difference.Line::words)
                .collect(Collectors.joining("\n"));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("a", "b", "c").list().ofMinSize(1).ofMaxSize(12).map(lines -> String.join("\n", lines));
    }
}
