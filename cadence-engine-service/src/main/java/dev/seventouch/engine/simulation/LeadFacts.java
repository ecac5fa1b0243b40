package dev.seventouch.engine.simulation;

import dev.seventouch.events.lead.Contact;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.lead.Origin;
import dev.seventouch.events.lead.Rep;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody told of a lead; null and empty where nothing was told.
 *
 * @param source null for the usual one
 */
public record LeadFacts(
        Contact contact,
        @Nullable String source,
        @Nullable String referrer,
        @Nullable Rep owner,
        @Nullable BigDecimal value,
        Map<String, String> attributes) {

    public LeadFacts {
        attributes = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    /** A lead of whom nothing else is known. */
    public Lead lead(LeadId id, String usualSource) {
        Origin origin = new Origin(source == null ? usualSource : source, referrer, null);
        return new Lead(id, contact, origin, owner, null, attributes, value);
    }

    /** These facts over what is known: the newer fact wins, an empty one never erases. */
    public Lead over(Lead known) {
        return lead(known.id(), known.origin().source()).foldedOver(known);
    }
}
