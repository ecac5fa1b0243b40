package dev.seventouch.engine.definition;

/**
 * What is wrong in a definition, where, and what was meant.
 *
 * @param line counts from 1
 * @param column counts from 1
 */
public record Problem(int line, int column, String message) {

    @Override
    public String toString() {
        return "line " + line + ", column " + column + ": " + message;
    }
}
