package dev.seventouch.intake.store;

import dev.seventouch.events.lead.Contact;
import dev.seventouch.events.lead.Conversation;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.lead.Origin;
import dev.seventouch.events.lead.PostalAddress;
import dev.seventouch.events.lead.Provenance;
import dev.seventouch.events.lead.Rep;
import dev.seventouch.intake.capture.LeadView;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.ThreadLocalRandom;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A lead as the store keeps it. Public, as the driver's record codec reads public records only.
 *
 * @param revision drawn anew whenever it is written
 * @param at when this was last said
 * @param first when it was captured for the first time; null if that was at {@code at}
 * @param latest when it was captured last; null if that was at {@code at}
 * @param attributes in a list, as their names may hold dots and dollars, which field names may not
 */
public record LeadDocument(
        @BsonId String id,
        long revision,
        Instant at,
        Reach contact,
        Origin origin,
        @Nullable Rep owner,
        @Nullable Conversation lastConversation,
        List<Attribute> attributes,
        @Nullable BigDecimal value,
        @Nullable Instant first,
        @Nullable Instant latest,
        @Nullable Boolean toConfirm,
        @Nullable List<Provenance> origins,
        @Nullable String sameAs) {

    public record Attribute(String name, String value) {}

    /** A {@link Contact} with its zone as text. */
    public record Reach(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable PostalAddress address,
            @Nullable String company,
            @Nullable String language,
            @Nullable String zone,
            @Nullable String country) {

        static Reach of(Contact contact) {
            return new Reach(
                    contact.name(),
                    contact.email(),
                    contact.phone(),
                    contact.address(),
                    contact.company(),
                    contact.language(),
                    contact.zone() == null ? null : contact.zone().getId(),
                    contact.country());
        }

        Contact toContact() {
            return new Contact(
                    name, email, phone, address, company, language, zone == null ? null : ZoneId.of(zone), country);
        }
    }

    static LeadDocument of(LeadEvent.Captured captured) {
        Lead lead = captured.lead();
        return new LeadDocument(
                lead.id().value(),
                ThreadLocalRandom.current().nextLong(),
                captured.at(),
                Reach.of(lead.contact()),
                lead.origin(),
                lead.owner(),
                lead.lastConversation(),
                lead.attributes().entrySet().stream()
                        .map(attribute -> new Attribute(attribute.getKey(), attribute.getValue()))
                        .toList(),
                lead.value(),
                captured.first(),
                captured.latest(),
                captured.toConfirm(),
                captured.origins(),
                captured.sameAs() == null ? null : captured.sameAs().value());
    }

    LeadView.Seen toSeen() {
        return new LeadView.Seen(toCaptured(), revision);
    }

    LeadEvent.Captured toCaptured() {
        SequencedMap<String, String> named = new LinkedHashMap<>();
        attributes.forEach(attribute -> named.put(attribute.name(), attribute.value()));
        return new LeadEvent.Captured(
                new Lead(new LeadId(id), contact.toContact(), origin, owner, lastConversation, named, value),
                at,
                first == null ? at : first,
                latest == null ? at : latest,
                toConfirm,
                origins,
                sameAs == null ? null : new LeadId(sameAs));
    }
}
