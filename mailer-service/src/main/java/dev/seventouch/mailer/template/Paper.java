package dev.seventouch.mailer.template;

import dev.seventouch.events.lead.Contact;
import dev.seventouch.mailer.template.TemplateSource.Passage;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** On what a letter is printed, and so for which window its address is placed. */
public enum Paper {
    A4(""),
    US_LETTER("-us");

    /** Where US letter is the usual paper (CLDR, measurementData, paperSize). */
    private static final Set<String> LETTER_COUNTRIES =
            Set.of("BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE");

    private final String ending;

    Paper(String ending) {
        this.ending = ending;
    }

    /** What a lead is used to, by the country of its address, else by its own; A4 where neither is known. */
    static Paper of(Contact contact) {
        String where = contact.address() == null || contact.address().country() == null
                ? contact.country()
                : contact.address().country();
        return where != null && LETTER_COUNTRIES.contains(where.toUpperCase(Locale.ROOT)) ? US_LETTER : A4;
    }

    /**
     * What a template insists on; null where the lead's country decides.
     *
     * @throws TemplateMistake if it is neither
     */
    static @Nullable Paper read(@Nullable Passage fact) throws TemplateMistake {
        if (fact == null) {
            return null;
        }
        return switch (fact.words()) {
            case "a4" -> A4;
            case "us-letter" -> US_LETTER;
            default ->
                throw new TemplateMistake(
                        fact.line(),
                        fact.column(),
                        "\"paper\" is either a4 or us-letter; without it the lead's country decides");
        };
    }

    /** The id of a letter's frame on this paper, beside the one on A4. */
    String layout(String usual) {
        return usual + ending;
    }
}
