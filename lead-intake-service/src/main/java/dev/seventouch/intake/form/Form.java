package dev.seventouch.intake.form;

import dev.seventouch.intake.lead.Owners;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form that a website may post.
 *
 * @param source what its leads come from; decides which cadence takes them
 * @param honeypot a field that people don't see: whoever fills it is a machine
 * @param confirm whether a lead has to confirm by mail before anything else goes out (double opt-in)
 * @param thankYou where a browser is sent afterwards; null for our own page
 * @param fields what the page's fields mean, where their names don't say it
 * @param required the page's fields that must be filled
 * @param owners who follows its leads up, where nobody does yet
 */
record Form(
        String id,
        String source,
        @Nullable String honeypot,
        @Nullable Question consent,
        boolean confirm,
        @Nullable URI thankYou,
        Guard guard,
        FieldMap fields,
        List<String> required,
        Owners owners) {

    /** A field that every form may have: what its page or its script made up for this entry, so that it counts once. */
    static final String ENTRY = "seventouch-entry";

    Form {
        required = List.copyOf(required);
    }

    Form asking(FieldMap fields, List<String> required) {
        return new Form(id, source, honeypot, consent, confirm, thankYou, guard, fields, required, owners);
    }

    /** Whether a field is made anew by the page each time that it is sent. */
    boolean isMadeByPage(String name) {
        Guard.FillTime fillTime = guard.fillTime();
        return name.equals(ENTRY)
                || name.equals(guard.challenge())
                || (fillTime != null && name.equals(fillTime.field()));
    }

    boolean isConsent(String name) {
        return consent != null && name.equals(consent.field());
    }

    /** Whether a field is the form's own, and says nothing about the lead. */
    boolean belongsToForm(String name) {
        return name.equals(honeypot) || isMadeByPage(name) || isConsent(name);
    }

    /**
     * What the form asks the lead to agree to.
     *
     * @param field the checkbox; null where sending the form is the agreement
     * @param basis null for consent
     * @param version of the wording; null for one that is made of its words
     */
    record Question(
            @Nullable String field,
            String wording,
            @Nullable String basis,
            @Nullable String version) {}
}
