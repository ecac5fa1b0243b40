package dev.seventouch.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZonesTest {

    @ParameterizedTest
    @CsvSource({
        "+493012345678, Europe/Berlin",
        "+4915112345678, Europe/Berlin",
        "+12125551234, America/New_York",
        "+13105551234, America/Los_Angeles",
        "+5511987654321, America/Sao_Paulo",
        "+559232345678, America/Manaus",
        "+18085551234, Pacific/Honolulu",
    })
    void a_phone_number_tells_the_zone(String phone, String zone) {
        assertThat(Zones.of(phone, null)).contains(ZoneId.of(zone));
        assertThat(Zones.of(phone, "FR")).as("whatever the country").contains(ZoneId.of(zone));
    }

    @ParameterizedTest
    @CsvSource({
        "+61412345678, Australia/Sydney",
        "+79161234567, Europe/Moscow",
        "+34612345678, Europe/Madrid",
        "+351912345678, Europe/Lisbon",
        "+77012345678, Asia/Almaty",
    })
    void of_the_many_zones_of_a_mobile_number_the_principal_one_is_taken(String phone, String zone) {
        assertThat(Zones.of(phone, null)).contains(ZoneId.of(zone));
    }

    @Test
    void of_many_zones_that_of_the_leads_own_country_comes_first() {
        assertThat(Zones.of("+61412345678", "CX")).contains(ZoneId.of("Indian/Christmas"));
        assertThat(Zones.of("+61412345678", "NZ")).contains(ZoneId.of("Australia/Sydney"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+18005551234", // toll-free
                "+80012345678", // no country's
                "+448431234567", // shared cost
                "+447012345678", // follows its owner
                "+4930", // too short
                "+99912345678",
                "030 12345678",
                "call me",
                "+",
                ""
            })
    void a_number_of_no_place_tells_nothing(String phone) {
        assertThat(Zones.of(phone, null)).isEmpty();
        assertThat(Zones.of(phone, "JP")).contains(ZoneId.of("Asia/Tokyo"));
    }

    @ParameterizedTest
    @CsvSource({
        "DE, Europe/Berlin",
        "de, Europe/Berlin",
        "US, America/New_York",
        "NP, Asia/Kathmandu",
        // Where zone.tab does not list the clock of most people first:
        "AU, Australia/Sydney",
        "BR, America/Sao_Paulo",
        "CA, America/Toronto",
        "RU, Europe/Moscow",
        "UA, Europe/Kyiv",
    })
    void a_country_tells_its_principal_zone(String country, String zone) {
        assertThat(Zones.of(null, country)).contains(ZoneId.of(zone));
    }

    @ParameterizedTest
    @ValueSource(strings = {"QQ", "", "Germany", "#"})
    void no_country_tells_nothing(String country) {
        assertThat(Zones.of(null, country)).isEmpty();
        assertThat(Zones.of(null, null)).isEmpty();
    }

    @Test
    void numbers_that_share_a_place_in_the_memory_are_told_apart() {
        for (int i = 0; i < 10_000; i++) {
            String last = String.format(Locale.ROOT, "%05d", i);
            assertThat(Zones.of("+49302" + last, null)).contains(ZoneId.of("Europe/Berlin"));
            assertThat(Zones.of("+1212555" + last.substring(1), null)).contains(ZoneId.of("America/New_York"));
        }
    }

    @Test
    void every_zone_in_the_table_is_one_that_java_knows() throws IOException {
        Properties table = new Properties();
        try (InputStream in = Zones.class.getResourceAsStream("country-zones.properties")) {
            table.load(in);
        }
        assertThat(table).hasSize(247);
        assertThat(table.stringPropertyNames()).allMatch(country -> country.matches("[A-Z]{2}"));
        assertThat(ZoneId.getAvailableZoneIds())
                .containsAll(table.values().stream().map(Object::toString).toList());
        assertThat(List.of(Locale.getISOCountries()))
                .as("countries without people apart, each is there")
                .allMatch(country -> List.of("BV", "HM").contains(country) || table.containsKey(country));
    }

    @Test
    void half_and_quarter_hours_are_kept() {
        Instant noon = Instant.parse("2027-06-01T12:00:00Z");
        assertThat(Zones.of("+97714123456", null).orElseThrow().getRules().getOffset(noon))
                .hasToString("+05:45");
        assertThat(Zones.of(null, "IN").orElseThrow().getRules().getOffset(noon))
                .hasToString("+05:30");
    }
}
