package dev.seventouch.intake.form;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A form that a website may post.
 *
 * @param source what its leads come from; decides which cadence takes them
 * @param honeypot a field that people don't see: whoever fills it is a machine
 * @param confirm whether a lead has to confirm by mail before anything else goes out (double opt-in)
 * @param thankYou where a browser is sent afterwards; null for our own page
 */
record Form(
        String id,
        String source,
        @Nullable String honeypot,
        @Nullable Question consent,
        boolean confirm,
        @Nullable URI thankYou,
        Guard guard) {

    /**
     * What the form asks the lead to agree to.
     *
     * @param field the checkbox; null where sending the form is the agreement
     */
    record Question(@Nullable String field, String wording) {}
}
