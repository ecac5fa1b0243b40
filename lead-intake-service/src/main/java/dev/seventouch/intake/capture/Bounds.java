package dev.seventouch.intake.capture;

import dev.seventouch.events.lead.Lead;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** How much is kept of one lead: captures come from the open internet, so their sum needs an end. */
final class Bounds {
    static final int MOST_ATTRIBUTES = 200;

    private Bounds() {}

    /** {@code lead} with the attributes learned last. */
    static Lead on(Lead lead) {
        int surplus = lead.attributes().size() - MOST_ATTRIBUTES;
        if (surplus <= 0) {
            return lead;
        }
        SequencedMap<String, String> kept = new LinkedHashMap<>();
        lead.attributes().entrySet().stream()
                .skip(surplus)
                .forEach(attribute -> kept.put(attribute.getKey(), attribute.getValue()));
        return lead.withAttributes(kept);
    }
}
