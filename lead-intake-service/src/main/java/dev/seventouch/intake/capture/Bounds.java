package dev.seventouch.intake.capture;

import dev.seventouch.events.lead.Lead;
import dev.seventouch.intake.lead.Field;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** How much is kept of one lead: captures come from the open internet, so their sum needs an end. */
final class Bounds {
    static final int MOST_ATTRIBUTES = 200;

    private Bounds() {}

    /** {@code lead} with the attributes learned last, and its notes: whoever floods a lead must not wash those away. */
    static Lead on(Lead lead) {
        int surplus = lead.attributes().size() - MOST_ATTRIBUTES;
        if (surplus <= 0) {
            return lead;
        }
        SequencedMap<String, String> kept = new LinkedHashMap<>(lead.attributes());
        lead.attributes().keySet().stream()
                .filter(name -> !name.equals(Field.NOTES.title()))
                .limit(surplus)
                .forEach(kept::remove);
        return lead.withAttributes(kept);
    }
}
