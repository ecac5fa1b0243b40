package dev.seventouch.desk.template;

import org.jspecify.annotations.Nullable;

/**
 * Something in a text that costs a reply.
 *
 * @param line counts from 1
 * @param column counts from 1
 * @param found the words as they stand there; null where it is about none
 * @param why what is wrong with them
 * @param instead what to write instead
 */
public record Finding(
        Severity severity, int line, int column, @Nullable String found, String why, String instead) {

    /** Whether a finding keeps a template from being published. */
    public enum Severity {
        ERROR,
        WARNING
    }
}
