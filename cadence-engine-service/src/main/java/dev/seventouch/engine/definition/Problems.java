package dev.seventouch.engine.definition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** Notes what is wrong. */
final class Problems {
    private final List<Problem> found = new ArrayList<>();
    private final int linesBefore;

    /** @param linesBefore lines of the file above the text that is read */
    Problems(int linesBefore) {
        this.linesBefore = linesBefore;
    }

    void at(Node node, String message) {
        node.getStartMark().ifPresentOrElse(mark -> at(mark, message), () -> found.add(new Problem(1, 1, message)));
    }

    void at(Mark mark, String message) {
        found.add(new Problem(mark.getLine() + 1 + linesBefore, mark.getColumn() + 1, message));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<Problem> all() {
        return found.stream()
                .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
                .toList();
    }
}
