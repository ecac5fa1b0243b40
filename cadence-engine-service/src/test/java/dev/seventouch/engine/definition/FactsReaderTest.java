package dev.seventouch.engine.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.engine.simulation.LeadFacts;
import dev.seventouch.events.lead.PostalAddress;
import dev.seventouch.events.lead.Rep;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactsReaderTest {
    private final List<String> problems = new ArrayList<>();

    private LeadFacts read(Map<String, String> values) {
        return FactsReader.read(values, "DE", (field, why) -> problems.add(field + ": " + why));
    }

    @Test
    void all_that_intake_takes_is_read() {
        LeadFacts facts = read(Map.ofEntries(
                Map.entry("email", " ada@example.com "),
                Map.entry("name", "Ada"),
                Map.entry("phone", "030 1234567"),
                Map.entry("company", "Example GmbH"),
                Map.entry("street", "Weg 1"),
                Map.entry("postalCode", "10115"),
                Map.entry("city", "Berlin"),
                Map.entry("country", "Deutschland"),
                Map.entry("language", "en_GB"),
                Map.entry("zone", "Europe/Berlin"),
                Map.entry("referrer", "Grace"),
                Map.entry("value", "25000.50"),
                Map.entry("source", "trade-fair"),
                Map.entry("owner", "mara@example.com"),
                Map.entry("attributes.industry", "bakery"),
                Map.entry("attributes.empty", " ")));
        assertThat(problems).isEmpty();
        assertThat(facts.contact().email()).isEqualTo("ada@example.com");
        assertThat(facts.contact().phone()).isEqualTo("+49301234567");
        assertThat(facts.contact().address()).isEqualTo(new PostalAddress("Weg 1", "10115", "Berlin", "DE"));
        assertThat(facts.contact().country()).isEqualTo("DE");
        assertThat(facts.contact().language()).isEqualTo("en-GB");
        assertThat(facts.contact().zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(facts.contact().name()).isEqualTo("Ada");
        assertThat(facts.contact().company()).isEqualTo("Example GmbH");
        assertThat(facts.referrer()).isEqualTo("Grace");
        assertThat(facts.value()).isEqualTo(new BigDecimal("25000.50"));
        assertThat(facts.source()).isEqualTo("trade-fair");
        assertThat(facts.owner()).isEqualTo(new Rep("mara@example.com", "mara@example.com", null));
        assertThat(facts.attributes()).containsExactly(Map.entry("industry", "bakery"));
    }

    @Test
    void a_number_without_a_country_code_is_dialled_in_the_leads_country_else_in_the_region() {
        assertThat(read(Map.of("phone", "01 2345678", "country", "AT"))
                        .contact()
                        .phone())
                .isEqualTo("+4312345678");
        assertThat(read(Map.of("phone", "030 1234567")).contact().phone()).isEqualTo("+49301234567");
        assertThat(problems).isEmpty();
    }

    @Test
    void an_owner_may_be_named_in_parts() {
        assertThat(read(Map.of("owner.name", "Mara", "owner.email", "m@example.com"))
                        .owner())
                .isEqualTo(new Rep("Mara", "m@example.com", null));
        assertThat(read(Map.of("owner.name", "Mara")).owner()).isEqualTo(new Rep("Mara", "Mara", null));
        assertThat(read(Map.of()).owner()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "email | ada | expected an address such as name@example.com",
                "phone | hello | expected a phone number, best with its country code, such as +49 30 1234567",
                "phone | 123456789012345678 | expected a phone number, best with its country code, such as +49 30 1234567",
                "country | Atlantis | expected a country by its two letters of ISO 3166, such as DE",
                "language | xx-yy | expected a language, such as de or en-GB",
                "zone | Berlin | expected a time zone, such as Europe/Berlin",
                "value | much | expected an amount in digits with at most one point, such as 25000",
                "source | Trade Fair | expected lower-case letters, digits and hyphens, such as trade-fair",
            })
    void what_is_wrong_is_named_by_field(String field, String value, String problem) {
        read(Map.of(field, value));
        assertThat(problems).containsExactly(field + ": " + problem);
    }

    @Test
    void a_lead_is_written_down_as_a_mapping() {
        Reading<LeadFacts> read = LeadReader.read("email: ada@example.com\nattributes: { industry: bakery }\n", "DE");
        assertThat(read)
                .isInstanceOfSatisfying(
                        Reading.Read.class,
                        facts -> assertThat(((LeadFacts) facts.definition()).attributes())
                                .containsEntry("industry", "bakery"));
        assertThat(LeadReader.read("email: ada\nvalue: 3\n", "DE"))
                .isEqualTo(new Reading.Broken<>(
                        List.of(new Problem(1, 8, "\"email\": expected an address such as name@example.com"))));
    }
}
