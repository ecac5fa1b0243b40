package dev.seventouch.events.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is left of a lead's facts when it comes again. */
class LeadTest {
    private static final Instant THEN = Instant.parse("2026-11-02T08:30:00Z");
    private static final Consent GIVEN = new Consent("You may write to me.", THEN, "website", "192.0.2.7");
    private static final Consent TOLD = new Consent("They agreed at the fair.", THEN.plusSeconds(60), "fair", null);
    private static final PostalAddress HOME = new PostalAddress("Lange Str. 1", "10115", "Berlin", "DE");

    @Test
    void a_consent_that_is_only_told_of_does_not_replace_one_that_was_given() {
        assertThat(merged(TOLD, GIVEN)).isEqualTo(GIVEN);
        assertThat(merged(GIVEN, TOLD)).isEqualTo(GIVEN);
        assertThat(merged(null, TOLD)).isEqualTo(TOLD);
        assertThat(merged(TOLD, null)).isEqualTo(TOLD);
        Consent later = new Consent("And call me.", THEN.plusSeconds(60), "website", "192.0.2.8");
        assertThat(merged(later, GIVEN)).as("both were given").isEqualTo(later);
        assertThat(merged(TOLD, new Consent("x", THEN, null, null)))
                .as("both are told of")
                .isEqualTo(TOLD);
    }

    @Test
    void a_consent_that_was_confirmed_is_not_weakened_by_whatever_comes_later() {
        Consent.Confirmation proof = new Consent.Confirmation(THEN.plusSeconds(9), "192.0.2.7", null);
        Consent proven = GIVEN.confirmed(proof);
        Consent later = new Consent("And call me.", THEN.plusSeconds(60), "website", "192.0.2.8");
        Consent served = new Consent(
                "Bought a boiler.", THEN.plusSeconds(60), "shop", null, Consent.Basis.EXISTING_CUSTOMER, "1", null);

        assertThat(merged(later, proven)).isEqualTo(proven);
        assertThat(merged(proven, later)).isEqualTo(proven);
        assertThat(merged(later.confirmed(proof), proven)).isEqualTo(later.confirmed(proof));
        assertThat(merged(served, TOLD)).as("consent goes before another basis").isEqualTo(TOLD);
        assertThat(merged(TOLD, served)).isEqualTo(TOLD);
    }

    @Test
    void the_first_proof_stays_and_pressing_the_button_is_a_consent_where_there_was_none() {
        String mail = "0".repeat(32);
        Consent.Confirmation proof = new Consent.Confirmation(THEN, "192.0.2.7", mail);
        Consent.Confirmation again = new Consent.Confirmation(THEN.plusSeconds(1), "192.0.2.9", mail);
        Consent.Confirmation told = new Consent.Confirmation(THEN, null, null);

        Lead proven = lead(null, GIVEN).confirmed(proof);
        assertThat(proven.origin().consent()).isEqualTo(GIVEN.confirmed(proof));
        assertThat(proven.confirmed(again)).isEqualTo(proven);
        assertThat(lead(null, null).confirmed(proof).origin().consent().confirmed())
                .isEqualTo(proof);
        assertThat(lead(null, null).confirmed(told)).isEqualTo(lead(null, null));
    }

    @Test
    void an_address_is_filled_up_unless_it_is_another_place() {
        assertThat(merged(new PostalAddress(null, null, "berlin", null), HOME))
                .isEqualTo(new PostalAddress("Lange Str. 1", "10115", "berlin", "DE"));
        assertThat(merged(new PostalAddress(null, null, null, "DE"), HOME)).isEqualTo(HOME);
        PostalAddress moved = new PostalAddress(null, null, "Hamburg", null);
        assertThat(merged(moved, HOME)).isEqualTo(moved);
        PostalAddress nextDoor = new PostalAddress("Lange Str. 2", null, "Berlin", null);
        assertThat(merged(nextDoor, HOME)).isEqualTo(nextDoor);
    }

    private static @Nullable Consent merged(@Nullable Consent newer, @Nullable Consent older) {
        return lead(null, newer).foldedOver(lead(null, older)).origin().consent();
    }

    private static @Nullable PostalAddress merged(PostalAddress newer, PostalAddress older) {
        return lead(newer, null).foldedOver(lead(older, null)).contact().address();
    }

    private static Lead lead(@Nullable PostalAddress address, @Nullable Consent consent) {
        return new Lead(
                new LeadId("0123456789abcdefghijklmnop"),
                new Contact("Ada", null, null, address, null, null, null, null),
                new Origin("website", null, consent),
                null,
                null,
                Map.of());
    }
}
