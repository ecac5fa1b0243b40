package dev.seventouch.service.web;

import java.util.List;

/** The client's mistake: becomes a 400 that names each field and its cure. */
public final class BadRequest extends RuntimeException {
    private final transient List<FieldProblem> problems;

    public BadRequest(List<FieldProblem> problems) {
        super(problems.toString(), null, false, false);
        this.problems = List.copyOf(problems);
    }

    public BadRequest(String field, String message) {
        this(List.of(new FieldProblem(field, message)));
    }

    public List<FieldProblem> problems() {
        return problems;
    }
}
