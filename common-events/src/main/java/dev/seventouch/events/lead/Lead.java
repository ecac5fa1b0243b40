package dev.seventouch.events.lead;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * A person who may buy, and everything known of that person.
 *
 * @param attributes free facts by name, in the order in which they were learned
 * @param value what a sale to it is expected to be worth, in the house's currency
 */
public record Lead(
        LeadId id,
        Contact contact,
        Origin origin,
        @Nullable Rep owner,
        @Nullable Conversation lastConversation,
        Map<String, String> attributes,
        @Nullable BigDecimal value) {

    public Lead {
        requireNonNull(id, "id");
        requireNonNull(contact, "contact");
        requireNonNull(origin, "origin");
        attributes =
                attributes == null ? Map.of() : java.util.Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    /** A lead of whose worth nothing is known. */
    public Lead(
            LeadId id,
            Contact contact,
            Origin origin,
            @Nullable Rep owner,
            @Nullable Conversation lastConversation,
            Map<String, String> attributes) {
        this(id, contact, origin, owner, lastConversation, attributes, null);
    }

    public Lead ownedBy(@Nullable Rep rep) {
        return new Lead(id, contact, origin, rep, lastConversation, attributes, value);
    }

    public Lead withConversation(@Nullable Conversation conversation) {
        return new Lead(id, contact, origin, owner, conversation, attributes, value);
    }

    public Lead withAttributes(Map<String, String> attributes) {
        return new Lead(id, contact, origin, owner, lastConversation, attributes, value);
    }

    /** With the proof that it agreed; the first one stays. */
    public Lead confirmed(Consent.Confirmation proof) {
        return with(origin.confirmed(proof));
    }

    /** Without what proves that it agreed: that goes no farther than it must. */
    Lead withoutProof() {
        return with(origin.withoutProof());
    }

    private Lead with(Origin origin) {
        return new Lead(id, contact, origin, owner, lastConversation, attributes, value);
    }

    /** The same facts of the person by another id. */
    public Lead as(LeadId other) {
        return new Lead(other, contact, origin, owner, lastConversation, attributes, value);
    }

    /** @param address normalised */
    public Lead withEmail(@Nullable String address) {
        return new Lead(id, contact.withEmail(address), origin, owner, lastConversation, attributes, value);
    }

    /** This lead's facts over those of {@code older}: the newer fact wins, an empty one never erases. */
    public Lead foldedOver(Lead older) {
        if (!id.equals(older.id)) {
            throw new IllegalArgumentException("facts of " + id + " can't be folded over those of " + older.id);
        }
        SequencedMap<String, String> all = new LinkedHashMap<>(older.attributes);
        all.putAll(attributes);
        return new Lead(
                id,
                contact.foldedOver(older.contact),
                origin.foldedOver(older.origin),
                owner != null ? owner : older.owner,
                lastConversation != null ? lastConversation : older.lastConversation,
                all,
                value != null ? value : older.value);
    }
}
