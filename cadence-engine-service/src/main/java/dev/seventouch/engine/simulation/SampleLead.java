package dev.seventouch.engine.simulation;

import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.events.lead.Contact;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.lead.Origin;
import dev.seventouch.events.lead.PostalAddress;
import java.util.Map;

/** A lead who can be reached by every channel, for a dry run. */
public final class SampleLead {
    private static final LeadId ID = new LeadId("0".repeat(26));

    private SampleLead() {}

    public static Lead of(Cadence cadence) {
        String source = cadence.entry().audience().sources().stream()
                .sorted()
                .findFirst()
                .orElse("website");
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
}
