package dev.seventouch.engine.cadence;

import org.jspecify.annotations.Nullable;

/**
 * What interest is worth. It neither ends nor advances anything.
 *
 * @param opened for the first opening of a touch
 * @param clicked for the first click in a touch
 * @param replied for a reply
 * @param prompt what the owner is asked when the interest is large enough; null for nothing
 */
public record Scoring(
        int opened, int clicked, int replied, @Nullable Prompt prompt) {
    public static final Scoring USUAL = new Scoring(1, 5, 20, null);

    /** @param at the score at which the owner is asked, once an enrollment */
    public record Prompt(int at, String say) {}
}
