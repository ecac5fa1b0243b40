package dev.seventouch.intake.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.seventouch.events.lead.Contact;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.lead.Origin;
import dev.seventouch.events.lead.PostalAddress;
import dev.seventouch.events.lead.Rep;
import dev.seventouch.intake.lead.Owners.Candidate;
import dev.seventouch.intake.lead.Owners.Territory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnersTest {
    private static final Identity IDENTITY = new Identity("a key for ids in tests");
    private static final List<String> COUNTRIES = List.of("DE", "AT", "FR");
    private static final List<String> CODES = List.of("10115", "1010", "20095", "75001");

    // ---- laws

    @Property
    void the_same_lead_has_the_same_owner_whatever_else_is_said_of_it(
            @ForAll("owners") Owners owners, @ForAll("leads") Lead lead) {
        Lead more = lead.withAttributes(Map.of("colour", "red"));

        assertThat(owners.given(more).owner()).isEqualTo(owners.given(lead).owner());
        assertThat(new Owners(new ArrayList<>(owners.candidates())).given(lead)).isEqualTo(owners.given(lead));
    }

    @Property
    void a_known_owner_is_never_replaced(@ForAll("owners") Owners owners, @ForAll("leads") Lead lead) {
        Lead owned = lead.ownedBy(rep(99));

        assertThat(owners.given(owned)).isEqualTo(owned);
        assertThat(owners.given(owners.given(lead))).isEqualTo(owners.given(lead));
    }

    @Property
    void a_territory_beats_none_and_nobody_has_a_lead_of_another_territory(
            @ForAll("owners") Owners owners, @ForAll("leads") Lead lead) {
        List<Rep> inside = owners.candidates().stream()
                .filter(each -> each.territory() != null && isIn(each.territory(), lead))
                .map(Candidate::rep)
                .toList();
        List<Rep> anywhere = owners.candidates().stream()
                .filter(each -> each.territory() == null)
                .map(Candidate::rep)
                .toList();
        Rep owner = owners.given(lead).owner();

        if (!inside.isEmpty()) {
            assertThat(owner).isIn(inside);
        } else if (!anywhere.isEmpty()) {
            assertThat(owner).isIn(anywhere);
        } else {
            assertThat(owner).isNull();
        }
    }

    @Property(tries = 50)
    void many_leads_are_spread_evenly(@ForAll @IntRange(min = 1, max = 50) int reps, @ForAll int salt) {
        Owners owners = new Owners(java.util.stream.IntStream.range(0, reps)
                .mapToObj(i -> new Candidate(rep(i), null))
                .toList());
        int leads = 200 * reps;
        Map<Rep, Integer> counts = new HashMap<>();
        for (int i = 0; i < leads; i++) {
            LeadId id = IDENTITY.ofEmail("a" + salt + "." + i + "@example.com").orElseThrow();
            counts.merge(owners.given(lead(id, null, null)).owner(), 1, Integer::sum);
        }

        assertThat(counts).hasSize(reps);
        // Six standard deviations: of fair shares one in a billion is further off.
        assertThat(counts.values())
                .allSatisfy(count -> assertThat((double) count).isCloseTo(200, within(6 * Math.sqrt(200))));
    }

    // ---- territories

    @ParameterizedTest
    @CsvSource({
        "DE, 10115, true",
        "DE, 'D-10115', true",
        "DE, ' 1 0115 ', true",
        "DE, 20095, false",
        "AT, 10115, false",
        ", 10115, false",
        "DE, , false"
    })
    void a_lead_is_in_a_territory_if_both_its_country_and_its_postal_code_are(
            @Nullable String country, @Nullable String code, boolean inside) {
        Owners owners = new Owners(List.of(new Candidate(rep(1), new Territory(Set.of("DE"), Set.of("10", "12")))));
        LeadId id = IDENTITY.ofEmail("a@example.com").orElseThrow();

        assertThat(owners.given(lead(id, country, code)).owner()).isEqualTo(inside ? rep(1) : null);
    }

    @Test
    void how_postal_codes_begin_is_written_as_people_write_them() {
        assertThat(Territory.beginning("sw1a 1")).hasValue("SW1A1");
        assertThat(Territory.beginning("D-10")).hasValue("10");
        assertThat(Territory.beginning("00-9")).hasValue("00-9");
        assertThat(Territory.beginning(" ")).isEmpty();
        assertThat(Territory.beginning("10*")).isEmpty();
    }

    /** Written anew, without what the rule makes of spaces and the like: there are none in these. */
    private static boolean isIn(Territory territory, Lead lead) {
        String country = lead.contact().country();
        PostalAddress address = lead.contact().address();
        boolean countryFits =
                territory.countries().isEmpty() || territory.countries().contains(String.valueOf(country));
        boolean codeFits = territory.postalCodes().isEmpty();
        for (String beginning : territory.postalCodes()) {
            codeFits |= address != null && address.postalCode().startsWith(beginning);
        }
        return countryFits && codeFits;
    }

    @Provide
    Arbitrary<Owners> owners() {
        Arbitrary<Territory> territory = Combinators.combine(
                        Arbitraries.of(COUNTRIES).set().ofMaxSize(2),
                        Arbitraries.of("1", "10", "2", "750").set().ofMaxSize(2))
                .as(Territory::new)
                .filter(each ->
                        !each.countries().isEmpty() || !each.postalCodes().isEmpty());
        return Combinators.combine(Arbitraries.integers().between(0, 9), territory.injectNull(0.3))
                .as((number, where) -> new Candidate(rep(number), where))
                .list()
                .ofMaxSize(6)
                .map(Owners::new);
    }

    @Provide
    Arbitrary<Lead> leads() {
        return Combinators.combine(
                        Arbitraries.integers(),
                        Arbitraries.of(COUNTRIES).injectNull(0.2),
                        Arbitraries.of(CODES).injectNull(0.2))
                .as((number, country, code) ->
                        lead(IDENTITY.ofEmail("a" + number + "@example.com").orElseThrow(), country, code));
    }

    private static Lead lead(LeadId id, @Nullable String country, @Nullable String code) {
        PostalAddress address = code == null ? null : new PostalAddress(null, code, null, null);
        return new Lead(
                id,
                new Contact(null, "a@example.com", null, address, null, null, null, country),
                new Origin("website", null, null),
                null,
                null,
                Map.of());
    }

    private static Rep rep(int number) {
        return new Rep("Rep " + number, "rep" + number + "@example.com", null);
    }
}
