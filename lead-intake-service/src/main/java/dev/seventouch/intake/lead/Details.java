package dev.seventouch.intake.lead;

import dev.seventouch.events.lead.Contact;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.lead.Origin;
import dev.seventouch.events.lead.Rep;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A lead's details, checked and normalised; whose they are is derived by {@link Identity}. */
public record Details(
        Contact contact,
        Origin origin,
        @Nullable Rep owner,
        Map<String, String> attributes,
        @Nullable BigDecimal value,
        boolean toConfirm,
        Owners owners) {

    public Lead of(LeadId id) {
        return new Lead(id, contact, origin, owner, null, attributes, value);
    }
}
