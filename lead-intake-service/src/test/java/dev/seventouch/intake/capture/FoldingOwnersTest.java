package dev.seventouch.intake.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.events.lead.Contact;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.LeadEvent.Captured;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.lead.Origin;
import dev.seventouch.events.lead.PostalAddress;
import dev.seventouch.events.lead.Rep;
import dev.seventouch.intake.lead.Field;
import dev.seventouch.intake.lead.Identity;
import dev.seventouch.intake.lead.LeadRules;
import dev.seventouch.intake.lead.Owners;
import dev.seventouch.intake.lead.Owners.Candidate;
import dev.seventouch.intake.lead.Owners.Territory;
import dev.seventouch.intake.lead.Submission;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A rule about owners sees what is known of a lead, and not only what came in. */
class FoldingOwnersTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Rep HOUSE = new Rep("House", "house@example.com", null);
    private static final Rep BERLIN = new Rep("Berta", "berta@example.com", null);
    private static final Rep ANYWHERE = new Rep("Anna", "anna@example.com", null);
    private static final Rep KNOWN = new Rep("Mo", "mo@example.com", null);
    private static final Owners OWNERS = new Owners(
            List.of(new Candidate(ANYWHERE, null), new Candidate(BERLIN, new Territory(Set.of("DE"), Set.of("10")))));

    private final Identity identity = new Identity("a key for ids in tests");
    private final LeadId ada = identity.ofEmail("ada@example.com").orElseThrow();
    private final Folding folding = new Folding(new LeadRules("DE"), identity, HOUSE);

    @Test
    void country_and_postal_code_that_were_told_before_count() {
        assertThat(ownerOf(OWNERS, before(null))).isEqualTo(BERLIN);
        assertThat(ownerOf(OWNERS, null)).isEqualTo(ANYWHERE);
    }

    @Test
    void a_lead_is_not_taken_away_from_its_owner() {
        assertThat(ownerOf(OWNERS, before(KNOWN))).isEqualTo(KNOWN);
    }

    @Test
    void whom_the_sender_names_goes_before_the_rule_and_the_house_s_own_comes_behind_it() {
        Submission named = new Submission(
                Map.of(Field.EMAIL, "ada@example.com"),
                "website",
                new Submission.Owner(KNOWN.name(), KNOWN.email(), null),
                null,
                Map.of(),
                false,
                OWNERS);
        assertThat(folded(named, null).owner()).isEqualTo(KNOWN);

        Owners elsewhere = new Owners(List.of(new Candidate(BERLIN, new Territory(Set.of("AT"), Set.of()))));
        assertThat(ownerOf(elsewhere, before(null))).isEqualTo(HOUSE);
    }

    private @Nullable Rep ownerOf(Owners owners, @Nullable Captured before) {
        Submission entry =
                new Submission(Map.of(Field.EMAIL, "ada@example.com"), "website", null, null, Map.of(), false, owners);
        return folded(entry, before).owner();
    }

    private Lead folded(Submission entry, @Nullable Captured before) {
        return folding.fold(
                        folding.read(List.of(entry)),
                        before == null ? Map.of() : Map.of(ada, before),
                        Way.SENT,
                        "form",
                        NOON)
                .captured()
                .get(ada)
                .lead();
    }

    private Captured before(@Nullable Rep owner) {
        PostalAddress address = new PostalAddress(null, "10115", null, null);
        Contact contact = new Contact(null, "ada@example.com", null, address, null, null, null, "DE");
        return new Captured(
                new Lead(ada, contact, new Origin("fair", null, null), owner, null, Map.of()), NOON.minusSeconds(60));
    }
}
