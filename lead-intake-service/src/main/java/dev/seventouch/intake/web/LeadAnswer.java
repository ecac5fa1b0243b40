package dev.seventouch.intake.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.seventouch.events.lead.Consent;
import dev.seventouch.events.lead.Contact;
import dev.seventouch.events.lead.Conversation;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.lead.PostalAddress;
import dev.seventouch.events.lead.Provenance;
import dev.seventouch.events.lead.Rep;
import dev.seventouch.events.wire.Json;
import dev.seventouch.intake.suppression.Ledger;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a lead, under the names by which it was sent.
 *
 * @param capturedAt when something was learned last
 * @param source where it came from last; all of that is in {@code origins}, oldest first
 * @param suppressed the media by which the lead must not be contacted, since when
 * @param suppressions the same with their reasons, of which a medium may have several
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record LeadAnswer(
        LeadId leadId,
        Instant capturedAt,
        @Nullable String email,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String company,
        @Nullable String street,
        @Nullable String postalCode,
        @Nullable String city,
        @Nullable String country,
        @Nullable String language,
        @Nullable ZoneId zone,
        String source,
        List<Provenance> origins,
        @Nullable String referrer,
        @Nullable BigDecimal value,
        @Nullable Rep owner,
        @Nullable Consent consent,
        @Nullable Conversation lastConversation,
        Map<String, String> attributes,
        Map<String, Instant> suppressed,
        List<Suppression> suppressions) {

    /** Why the lead must not be contacted by a medium; a reason that was not noted is left out. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Suppression(String medium, @Nullable String reason, Instant since) {}

    static LeadAnswer of(LeadEvent.Captured captured, Ledger.Entry forbidden) {
        Lead lead = captured.lead();
        Contact contact = lead.contact();
        PostalAddress address = contact.address();
        Map<String, Instant> suppressed = new TreeMap<>();
        forbidden.since().forEach((medium, since) -> suppressed.put(Json.nameOf(medium), since));
        return new LeadAnswer(
                lead.id(),
                captured.at(),
                contact.email(),
                contact.name(),
                contact.phone(),
                contact.company(),
                address == null ? null : address.street(),
                address == null ? null : address.postalCode(),
                address == null ? null : address.city(),
                contact.country(),
                contact.language(),
                contact.zone(),
                lead.origin().source(),
                captured.cameFrom(),
                lead.origin().referrer(),
                lead.value(),
                lead.owner(),
                lead.origin().consent(),
                lead.lastConversation(),
                lead.attributes(),
                suppressed,
                forbidden.grounds().stream()
                        .map(ground -> new Suppression(
                                Json.nameOf(ground.medium()),
                                ground.reason() == null ? null : Json.nameOf(ground.reason()),
                                ground.since()))
                        .toList());
    }
}
