package dev.seventouch.engine.definition;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** YAML as nodes that know their place. Nothing is made from tags, and nothing multiplies. */
final class Yaml {
    static final int LARGEST = 1 << 20;

    private Yaml() {}

    /**
     * @param linesBefore lines of the file above {@code text}
     * @param read makes the definition from the root, noting what is wrong; null only where it noted something
     */
    static <T> Reading<T> read(String text, int linesBefore, BiFunction<Node, Problems, @Nullable T> read) {
        Problems problems = new Problems(text, linesBefore);
        T definition =
                root(text, problems).map(root -> read.apply(root, problems)).orElse(null);
        if (problems.isEmpty() && definition != null) {
            return new Reading.Read<>(definition);
        }
        return new Reading.Broken<>(problems.all());
    }

    /** The root of {@code text}, or nothing after noting why there is none. */
    static Optional<Node> root(String text, Problems problems) {
        if (text.length() > LARGEST) {
            problems.at(1, 1, "this is too long; expected at most 1 MiB");
            return Optional.empty();
        }
        OptionalInt unprintable = text.codePoints()
                .filter(character -> !StreamReader.isPrintable(character))
                .findFirst();
        if (unprintable.isPresent()) {
            int index = text.indexOf(unprintable.getAsInt());
            List<String> before = (text.substring(0, index) + "|").lines().toList();
            problems.at(
                    before.size(),
                    before.getLast().length(),
                    "the character U+%04X has no place in a text".formatted(unprintable.getAsInt()));
            return Optional.empty();
        }
        return compose(text, problems);
    }

    private static Optional<Node> compose(String text, Problems problems) {
        LoadSettings settings = LoadSettings.builder()
                .setUseMarks(true)
                .setMaxAliasesForCollections(0)
                .setCodePointLimit(LARGEST)
                // All of it at once: where its buffer ends within a character, the reader fails.
                .setBufferSize(text.length() + 1)
                .build();
        try {
            Optional<Node> root = new Composer(
                            settings, new PlainParser(new ParserImpl(settings, new StreamReader(settings, text))))
                    .getSingleNode();
            if (root.isEmpty()) {
                problems.at(1, 1, "there is nothing here");
            }
            return root;
        } catch (PlainParser.NotPlain e) {
            note(problems, e.getProblemMark(), e.getProblem());
        } catch (MarkedYamlEngineException e) {
            note(problems, e.getProblemMark(), "this is not YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            note(problems, Optional.empty(), "this is not YAML: " + e.getMessage());
        }
        return Optional.empty();
    }

    private static void note(Problems problems, Optional<Mark> mark, String message) {
        mark.ifPresentOrElse(known -> problems.at(known, message), () -> problems.at(1, 1, message));
    }
}
