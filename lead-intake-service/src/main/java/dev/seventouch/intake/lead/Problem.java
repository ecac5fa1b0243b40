package dev.seventouch.intake.lead;

/**
 * What is wrong with one field, and the cure.
 *
 * @param field as the sender named it
 * @param message reads on after the field's name, such as {@code has no "@"; write it as name@example.com}; never repeats
 *     what was sent
 */
public record Problem(String field, String message) {}
