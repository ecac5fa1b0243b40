package dev.seventouch.intake.capture;

import dev.seventouch.events.lead.Contact;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.lead.Origin;
import dev.seventouch.intake.lead.Identity;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said of a lead that is reached at another address, and of whoever was known by that.
 *
 * @param lead is known, and followed up as itself
 * @param other whoever is, or would be, known by {@code theirs}; {@code lead} itself if that is it
 * @param email by which the lead is reached, normalised
 * @param theirs by which {@code other} is, or would be, known, normalised
 */
record Move(LeadId lead, LeadId other, String email, String theirs, Folding folding) {
    /** The attribute that keeps the address which the lead had before. */
    private static final String FORMER_EMAIL = "formerEmail";

    Set<LeadId> leads() {
        return lead.equals(other) ? Set.of(lead) : Set.of(lead, other);
    }

    Folding.Many of(Map<LeadId, LeadEvent.Captured> known, Instant now) {
        LeadEvent.Captured here = known.get(lead);
        LeadEvent.Captured there = known.get(other);
        if (here == null || here.sameAs() != null || (there != null && isAnother(there.sameAs()))) {
            return Folding.Many.NOTHING; // erased, or moved the other way round, a moment ago
        }
        if (lead.equals(other)) {
            Lead reached = reached(here.lead());
            return reached.equals(here.lead())
                    ? Folding.Many.NOTHING
                    : Folding.Many.of(List.of(folding.again(here, reached, now)));
        }
        return Folding.Many.of(List.of(ofTheLead(here, there, now), ofTheOther(here, there, now)));
    }

    private boolean isAnother(@Nullable LeadId followed) {
        return followed != null && !followed.equals(lead);
    }

    /** With the facts of both. */
    private LeadEvent.Captured ofTheLead(LeadEvent.Captured here, LeadEvent.@Nullable Captured there, Instant now) {
        if (there == null) {
            return folding.again(here, reached(here.lead()), now);
        }
        Lead theirs = there.lead().as(lead);
        Lead facts = here.at().isBefore(there.at())
                ? theirs.foldedOver(here.lead())
                : here.lead().foldedOver(theirs);
        return folding.again(here, reached(facts.withEmail(here.lead().contact().email())), now)
                .with(here.originsOver(there));
    }

    private LeadEvent.Captured ofTheOther(LeadEvent.Captured here, LeadEvent.@Nullable Captured there, Instant now) {
        return (there == null
                        ? new LeadEvent.Captured(nobodyElse(here.lead()), now)
                        : folding.again(there, there.lead(), now))
                .sameAs(lead);
    }

    private Lead nobodyElse(Lead person) {
        return new Lead(
                other, Contact.ofEmail(theirs), new Origin(person.origin().source(), null, null), null, null, Map.of());
    }

    /** The address that it had is no way to reach it any more, and is kept as a fact. */
    private Lead reached(Lead before) {
        String former = before.contact().email();
        Identity identity = folding.identity();
        if (former == null || identity.ofEmail(former).equals(identity.ofEmail(email))) {
            return before.withEmail(email); // the same, or as good as that
        }
        Map<String, String> attributes = new LinkedHashMap<>(before.attributes());
        attributes.put(FORMER_EMAIL, former);
        return before.withEmail(email).withAttributes(attributes);
    }
}
