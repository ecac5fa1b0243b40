package dev.seventouch.mailer.template;

import java.io.Serial;

/** What is wrong with a template, and where: an author's mistake, in words for the author. */
public final class TemplateMistake extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    private final int line;
    private final int column;

    /**
     * @param line counts from 1, in the source as its author wrote it; 0 if the place is not known
     * @param column counts from 1; 0 if it is not known
     */
    public TemplateMistake(int line, int column, String message) {
        super(message);
        this.line = line;
        this.column = column;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }

    /** The place and what is wrong there, in one line. */
    public String described() {
        return line == 0 ? String.valueOf(getMessage()) : "line " + line + ", column " + column + ": " + getMessage();
    }
}
