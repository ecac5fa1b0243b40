package dev.seventouch.service.web;

/**
 * What is wrong with one field, and the cure.
 *
 * @param field as the client named it, such as {@code email}
 */
public record FieldProblem(String field, String message) {}
