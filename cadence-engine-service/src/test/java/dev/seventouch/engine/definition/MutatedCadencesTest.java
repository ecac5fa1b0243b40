package dev.seventouch.engine.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.engine.cadence.Cadence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Cadences as people leave them halfway: a line or a character gone, doubled, or another. */
class MutatedCadencesTest {
    private static final List<String> TEXTS = texts();
    private static final List<String> PIECES = List.of(
            "",
            " ",
            "  ",
            "\t",
            "\n",
            "-",
            ":",
            ": ",
            ",",
            "[",
            "]",
            "{",
            "}",
            "\"",
            "'",
            "#",
            "&a",
            "*a",
            "!",
            "!!str",
            "|",
            ">",
            "%",
            "@",
            "?",
            "..",
            "0",
            "9",
            "null",
            "~",
            "\\0",
            "\u0000",
            "ä",
            "💡",
            "\r",
            "\u2028",
            "when: {}",
            "[[[[");

    @Property(tries = 4000)
    void a_mutated_cadence_reads_or_names_a_mistake_within_it(@ForAll("mutated") String yaml) {
        switch (CadenceReader.read(yaml, 1)) {
            case Reading.Read<Cadence>(var cadence) ->
                assertThat(cadence.first()).isNotNull();
            case Reading.Broken<Cadence>(var problems) -> {
                List<String> lines = yaml.lines().toList();
                assertThat(problems).isNotEmpty().allSatisfy(problem -> {
                    assertThat(problem.line()).isBetween(1, Math.max(1, lines.size()));
                    String line = lines.isEmpty() ? "" : lines.get(problem.line() - 1);
                    assertThat(problem.column()).isBetween(1, line.length() + 1);
                    assertThat(problem.message()).isNotBlank();
                });
            }
        }
    }

    @Provide
    Arbitrary<String> mutated() {
        Arbitrary<Change> change = Combinators.combine(
                        Arbitraries.of(Kind.class),
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.oneOf(
                                Arbitraries.of(PIECES), Arbitraries.strings().ofMaxLength(3)))
                .as(Change::new);
        return Combinators.combine(
                        Arbitraries.of(TEXTS), change.list().ofMinSize(1).ofMaxSize(4))
                .as((text, changes) -> {
                    String mutated = text;
                    for (Change each : changes) {
                        mutated = each.of(mutated);
                    }
                    return mutated;
                });
    }

    enum Kind {
        LINE_GONE,
        LINE_DOUBLED,
        LINE_ELSEWHERE,
        CHARACTER_GONE,
        CHARACTER_DOUBLED,
        CHARACTER_REPLACED,
        INSERTED,
        CUT_OFF
    }

    /** @param where how far into the text, from 0 to 1 */
    record Change(Kind kind, double where, double whereTo, String piece) {

        String of(String text) {
            if (text.isEmpty()) {
                return piece;
            }
            List<String> lines = new ArrayList<>(text.lines().toList());
            int line = (int) (where * (lines.size() - 1));
            int at = (int) (where * (text.length() - 1));
            return switch (kind) {
                case LINE_GONE -> {
                    lines.remove(line);
                    yield String.join("\n", lines);
                }
                case LINE_DOUBLED -> {
                    lines.add(line, lines.get(line));
                    yield String.join("\n", lines);
                }
                case LINE_ELSEWHERE -> {
                    String moved = lines.remove(line);
                    lines.add((int) (whereTo * lines.size()), moved);
                    yield String.join("\n", lines);
                }
                case CHARACTER_GONE -> text.substring(0, at) + text.substring(at + 1);
                case CHARACTER_DOUBLED -> text.substring(0, at) + text.charAt(at) + text.substring(at);
                case CHARACTER_REPLACED -> text.substring(0, at) + piece + text.substring(at + 1);
                case INSERTED -> text.substring(0, at) + piece + text.substring(at);
                case CUT_OFF -> text.substring(0, at);
            };
        }
    }

    private static List<String> texts() {
        try (Stream<Path> files = Files.list(Path.of("..", "campaigns"))) {
            List<String> texts = new ArrayList<>(List.of(Plans.PLAN, DocumentedCadenceTest.example()));
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                texts.add(Files.readString(file));
            }
            return texts;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
