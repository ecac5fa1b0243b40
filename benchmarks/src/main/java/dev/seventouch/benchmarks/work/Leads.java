package dev.seventouch.benchmarks.work;

import dev.seventouch.events.lead.Consent;
import dev.seventouch.events.lead.Contact;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.lead.Origin;
import dev.seventouch.events.lead.PostalAddress;
import dev.seventouch.events.lead.Rep;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

/** People as they fill in a form: of them all that a form asks for is known. */
final class Leads {
    private static final Rep OWNER = new Rep("Mara Lindqvist", "mara.lindqvist@example.com", "+493087654321");

    private Leads() {}

    static Lead of(LeadId id, int index, String source, ZoneId zone, Instant at) {
        Contact contact = new Contact(
                "Ada Example " + index,
                "ada." + index + "@example.com",
                "+4930" + (10_000_000 + index),
                new PostalAddress("Hauptweg " + (index % 200 + 1), "10115", "Berlin", "DE"),
                "Example Works " + index % 1000 + " GmbH",
                "de",
                zone,
                "DE");
        Consent consent = new Consent(
                "I would like to be contacted about my enquiry by email, phone and post.", at, source, "192.0.2.7");
        return new Lead(
                id,
                contact,
                new Origin(source, null, consent),
                OWNER,
                null,
                Map.of("roof", "flat, 1,200 m²", "consumption", "85,000 kWh"));
    }
}
