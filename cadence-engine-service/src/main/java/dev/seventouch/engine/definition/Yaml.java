package dev.seventouch.engine.definition;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** YAML as nodes that know their line. Nothing is constructed from tags, and aliases can't multiply. */
final class Yaml {
    private static final int LARGEST = 1 << 20;

    private Yaml() {}

    /**
     * @param linesBefore lines of the file above {@code text}
     * @param read makes the definition from the root, noting what is wrong; null where it could not
     */
    static <T> Reading<T> read(String text, int linesBefore, Problems problems, Function<Node, @Nullable T> read) {
        LoadSettings settings = LoadSettings.builder()
                .setUseMarks(true)
                .setMaxAliasesForCollections(0)
                .setCodePointLimit(LARGEST)
                .build();
        try {
            Optional<Node> root = new Compose(settings).composeString(text);
            if (root.isEmpty()) {
                return broken(linesBefore + 1, 1, "there is nothing here");
            }
            T definition = read.apply(root.get());
            return problems.isEmpty() && definition != null
                    ? new Reading.Read<>(definition)
                    : new Reading.Broken<>(problems.all());
        } catch (MarkedYamlEngineException e) {
            return e.getProblemMark()
                    .<Reading<T>>map(mark -> broken(
                            mark.getLine() + 1 + linesBefore,
                            mark.getColumn() + 1,
                            "this is not YAML: " + e.getProblem()))
                    .orElseGet(() -> broken(linesBefore + 1, 1, "this is not YAML: " + e.getProblem()));
        } catch (YamlEngineException e) {
            return broken(linesBefore + 1, 1, "this is not YAML: " + e.getMessage());
        }
    }

    private static <T> Reading<T> broken(int line, int column, String message) {
        return new Reading.Broken<>(java.util.List.of(new Problem(line, column, message)));
    }
}
