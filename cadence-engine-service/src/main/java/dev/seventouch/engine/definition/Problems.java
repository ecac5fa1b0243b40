package dev.seventouch.engine.definition;

import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** Notes what is wrong in a text. */
final class Problems {
    /** Nobody mends more at once. */
    private static final int MOST = 200;

    private final List<Problem> found = new ArrayList<>();
    private final int linesBefore;
    private final int lines;
    private final int lastColumn;

    /** @param linesBefore lines of the file above {@code text} */
    Problems(String text, int linesBefore) {
        List<String> all = text.lines().toList();
        this.linesBefore = linesBefore;
        this.lines = Math.max(1, all.size());
        this.lastColumn = all.isEmpty() ? 1 : all.getLast().length() + 1;
    }

    void at(Node node, String message) {
        node.getStartMark().ifPresentOrElse(mark -> at(mark, message), () -> at(1, 1, message));
    }

    void at(Mark mark, String message) {
        at(mark.getLine() + 1, mark.getColumn() + 1, message);
    }

    /** What is missed at the end of a text is noted behind its last character: not below it, nor behind what ends its last line. */
    void at(int line, int column, String message) {
        if (isFull()) {
            return;
        }
        boolean beyond = line > lines || line == lines && column > lastColumn;
        found.add(
                beyond
                        ? new Problem(lines + linesBefore, lastColumn, message)
                        : new Problem(line + linesBefore, column, message));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** Whether so much is wrong that nothing more is noted. */
    boolean isFull() {
        return found.size() >= MOST;
    }

    /** All that is wrong, in the order of the text. */
    List<Problem> all() {
        return found.stream().distinct().sorted(Problem.AS_IN_THE_TEXT).toList();
    }
}
