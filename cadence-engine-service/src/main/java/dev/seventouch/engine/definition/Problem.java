package dev.seventouch.engine.definition;

import java.util.Comparator;

/**
 * What is wrong in a definition, where, and what was meant.
 *
 * @param line counts from 1
 * @param column counts from 1
 */
public record Problem(int line, int column, String message) {
    static final Comparator<Problem> AS_IN_THE_TEXT =
            Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column);

    @Override
    public String toString() {
        return "line " + line + ", column " + column + ": " + message;
    }
}
