package dev.seventouch.desk.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is different between two versions of a template.
 *
 * @param lines all lines of both, in reading order; null if there are none
 */
public record Difference(
        String id, int from, int to, @Nullable List<Line> lines) {

    /**
     * @param was its number before, from 1; 0 if it is new
     * @param is its number now, from 1; 0 if it is gone
     * @param words null for an empty line
     */
    public record Line(
            Change change, int was, int is, @Nullable String words) {}

    /** What became of a line. */
    public enum Change {
        SAME,
        GONE,
        NEW
    }
}
