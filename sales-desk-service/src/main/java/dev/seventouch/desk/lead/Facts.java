package dev.seventouch.desk.lead;

import dev.seventouch.events.lead.Contact;
import dev.seventouch.events.lead.Conversation;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.lead.Origin;
import dev.seventouch.events.lead.PostalAddress;
import dev.seventouch.events.lead.Rep;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who a lead is. This is the only place of the desk that holds personal data, so that erasing it erases all.
 *
 * @param phone E.164
 * @param address where post and visits go
 * @param source where the lead came from, such as {@code website}
 * @param said what was said in the last conversation
 * @param agreed what was agreed to happen next, in words
 * @param told what else the lead left, or was noted of it, as its way in names it
 * @param capturedAt when the lead last left its details, in house time
 */
public record Facts(
        @Nullable String name,
        @Nullable String company,
        @Nullable String email,
        @Nullable String phone,
        @Nullable PostalAddress address,
        String source,
        @Nullable Rep owner,
        @Nullable String said,
        @Nullable String agreed,
        @Nullable List<Told> told,
        Instant capturedAt) {

    /** Such as {@code message} and its words. */
    public record Told(String name, String words) {}

    public static Facts of(Lead lead, Instant capturedAt) {
        Contact contact = lead.contact();
        Conversation last = lead.lastConversation();
        return new Facts(
                contact.name(),
                contact.company(),
                contact.email(),
                contact.phone(),
                contact.address(),
                lead.origin().source(),
                lead.owner(),
                last == null ? null : last.said(),
                last == null ? null : last.agreed(),
                lead.attributes().entrySet().stream()
                        .map(attribute -> new Told(attribute.getKey(), attribute.getValue()))
                        .toList(),
                capturedAt);
    }

    /** The lead as far as the desk knows it: not its language, zone, referrer and consent. */
    public Lead asLead(LeadId id) {
        Map<String, String> attributes = new LinkedHashMap<>();
        if (told != null) {
            told.forEach(fact -> attributes.put(fact.name(), fact.words()));
        }
        return new Lead(
                id,
                new Contact(name, email, phone, address, company, null, null, null),
                new Origin(source, null, null),
                owner,
                said == null && agreed == null ? null : new Conversation(capturedAt, said, agreed),
                attributes);
    }
}
