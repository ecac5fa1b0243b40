package dev.seventouch.intake.form;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What keeps machines and other people's pages off a form.
 *
 * @param origins pages that may send it, such as {@code https://www.example.com}; none named means any
 * @param fillTime how long a person takes at least, if that is looked at
 * @param limit how often one address may send it; null for the house's usual limit
 * @param challenge the field with what a challenge gave the page; null if there is none
 */
record Guard(
        List<String> origins,
        @Nullable FillTime fillTime,
        @Nullable Rate limit,
        @Nullable String challenge) {

    Guard {
        origins = List.copyOf(origins);
    }

    /** @param field in which the page's script tells the milliseconds from showing the form to sending it */
    record FillTime(String field, Duration atLeast) {}
}
