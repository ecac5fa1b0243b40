package dev.seventouch.engine.simulation;

import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.events.lead.Contact;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.lead.Origin;
import dev.seventouch.events.lead.PostalAddress;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** A lead who can be reached by every channel, for a dry run. */
public final class SampleLead {
    private static final LeadId ID = new LeadId("0".repeat(26));

    private static final String USUAL_SOURCE = "website";

    private SampleLead() {}

    public static Lead of(Cadence cadence) {
        Set<String> sources = cadence.entry().audience().sources();
        String source = sources.isEmpty() || sources.contains(USUAL_SOURCE)
                ? USUAL_SOURCE
                : sources.stream().sorted().findFirst().orElseThrow();
        return new Lead(
                ID,
                new Contact(
                        "Ada Example",
                        "ada@example.com",
                        "+493012345678",
                        new PostalAddress("Musterstr. 1", "10115", "Berlin", "DE"),
                        "Example GmbH",
                        "en",
                        cadence.rules().time().fallback(),
                        "DE"),
                new Origin(source, null, null),
                null,
                null,
                Map.of());
    }

    /** What may not be known of a lead. */
    public enum Unknown {
        EMAIL,
        PHONE,
        ADDRESS
    }

    /** As if less were known. */
    public static Lead without(Lead lead, Collection<Unknown> unknown) {
        Contact contact = lead.contact();
        return new Lead(
                lead.id(),
                new Contact(
                        contact.name(),
                        unknown.contains(Unknown.EMAIL) ? null : contact.email(),
                        unknown.contains(Unknown.PHONE) ? null : contact.phone(),
                        unknown.contains(Unknown.ADDRESS) ? null : contact.address(),
                        contact.company(),
                        contact.language(),
                        contact.zone(),
                        contact.country()),
                lead.origin(),
                lead.owner(),
                lead.lastConversation(),
                lead.attributes(),
                lead.value());
    }
}
