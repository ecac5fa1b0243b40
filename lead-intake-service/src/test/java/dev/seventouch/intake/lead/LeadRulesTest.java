package dev.seventouch.intake.lead;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.events.lead.Consent;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeadRulesTest {
    private static final LeadRules RULES = new LeadRules("DE");

    @ParameterizedTest
    @CsvSource({
        "COUNTRY, de, DE",
        "COUNTRY, Germany, DE",
        "COUNTRY, österreich, AT",
        "COUNTRY, Suisse, CH",
        "LANGUAGE, DE, de",
        "LANGUAGE, en_gb, en-GB",
        "ZONE, Europe/Berlin, Europe/Berlin",
        "PHONE, 030 1234567, +49301234567",
        "PHONE, +1 (212) 555-0100, +12125550100",
        "PHONE, 0049301234567, +49301234567",
        "VALUE, 25000, 25000",
        "VALUE, ' 129.90 ', 129.90",
        "NAME, '  Ada  ', Ada",
        "NAME, 'A\u0308da', Äda",
        "NOTES, ' Roof of 1998.\r\nCalls back. ', 'Roof of 1998.\nCalls back.'"
    })
    void a_good_value_is_kept_in_one_form(Field field, String raw, String kept) {
        var details = usable(Map.of(Field.EMAIL, "a@example.com", field, raw));
        var contact = details.contact();

        assertThat(String.valueOf(
                        switch (field) {
                            case COUNTRY -> contact.country();
                            case LANGUAGE -> contact.language();
                            case ZONE -> contact.zone();
                            case PHONE -> contact.phone();
                            case NAME -> contact.name();
                            case VALUE -> details.value();
                            case NOTES -> details.attributes().get("notes");
                            case EMAIL, COMPANY, STREET, POSTAL_CODE, CITY, REFERRER -> throw new AssertionError(field);
                        }))
                .isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({
        "COUNTRY, Atlantis",
        "COUNTRY, XX",
        "LANGUAGE, klingonish",
        "LANGUAGE, x",
        "ZONE, Berlin",
        "ZONE, +02:00",
        "ZONE, Europe/Nowhere",
        "PHONE, call me",
        "VALUE, a lot",
        "VALUE, -5",
        "VALUE, 1e9",
        "PHONE, 1",
        "PHONE, '+49 30 1234567\r\nX: y'",
        "NAME, 'Ada\nBcc: x'",
        "COMPANY, '\u0000'",
        "NAME, '\u202Eevil'",
        "CITY, 'a\u2028b'",
        "EMAIL, nobody"
    })
    void a_bad_value_is_refused_by_name(Field field, String raw) {
        Map<Field, String> values = new EnumMap<>(Field.class);
        values.put(Field.EMAIL, "a@example.com");
        values.put(field, raw);

        assertThat(refused(values)).extracting(Problem::field).containsExactly(field.title());
    }

    @Test
    void everything_wrong_is_told_at_once() {
        assertThat(refused(Map.of(Field.EMAIL, "x", Field.PHONE, "y", Field.NAME, "a".repeat(201))))
                .extracting(Problem::field)
                .containsExactlyInAnyOrder("email", "phone", "name");
    }

    @Test
    void a_lead_is_somebody() {
        assertThat(refused(Map.of(Field.NAME, "Ada")))
                .extracting(Problem::field)
                .containsExactly("email");
        assertThat(refused(Map.of(Field.NAME, "Ada", Field.CITY, "Ulm"))).hasSize(1);
        assertThat(usable(Map.of(Field.NAME, "Ada", Field.CITY, "Ulm", Field.STREET, "Gasse 1")))
                .isNotNull();
        assertThat(usable(Map.of(Field.PHONE, "030 1234567"))).isNotNull();
    }

    @Test
    void attributes_are_bounded_and_keep_their_lines() {
        assertThat(check(attributes(50, "v"))).isInstanceOf(Checked.Usable.class);
        assertThat(problems(attributes(51, "v"))).containsExactly("attributes");
        assertThat(problems(Map.of("k", "v".repeat(1001)))).containsExactly("attributes.k");
        assertThat(problems(Map.of("k".repeat(101), "v"))).containsExactly("attributes");
        assertThat(problems(Map.of(" ", "v"))).containsExactly("attributes");
        assertThat(problems(Map.of("k", "a\u0007b"))).containsExactly("attributes.k");
        assertThat(((Checked.Usable) check(Map.of("k", "a\r\nb\tc"))).details().attributes())
                .containsEntry("k", "a\nb\tc");
    }

    @ParameterizedTest
    @CsvSource({"website, true", "Trade Fair, false", "'', false", "../x, false", "a-1, true"})
    void a_source_is_a_plain_name(String source, boolean taken) {
        Checked checked =
                RULES.check(new Submission(Map.of(Field.EMAIL, "a@example.com"), source, null, null, Map.of()));

        assertThat(checked instanceof Checked.Usable).isEqualTo(taken);
    }

    @Test
    void an_owner_has_a_name_and_an_email() {
        Checked checked = RULES.check(new Submission(
                Map.of(Field.EMAIL, "a@example.com"), "api", new Submission.Owner(null, "x", null), null, Map.of()));

        assertThat(((Checked.Refused) checked).problems())
                .extracting(Problem::field)
                .containsExactlyInAnyOrder("owner.name", "owner.email");
    }

    @Test
    void the_words_of_a_consent_are_text() {
        Agreement consent = new Agreement("yes\u0000", "api", null, Instant.EPOCH);
        Checked checked =
                RULES.check(new Submission(Map.of(Field.EMAIL, "a@example.com"), "api", null, consent, Map.of()));

        assertThat(((Checked.Refused) checked).problems())
                .extracting(Problem::field)
                .containsExactly("consent.wording");
    }

    @Test
    void what_is_told_of_a_consent_is_kept_with_its_basis_version_and_time() {
        Instant taken = Instant.parse("2026-03-01T12:00:00Z");
        Agreement told =
                new Agreement("Bought a boiler.", "existing-customer", "shop-7", "2025-12-24", "shop", null, taken);

        Consent kept = consent(told);
        assertThat(kept)
                .isEqualTo(new Consent(
                        "Bought a boiler.",
                        Instant.parse("2025-12-24T00:00:00Z"),
                        "shop",
                        null,
                        Consent.Basis.EXISTING_CUSTOMER,
                        "shop-7",
                        null));
        Consent plain = consent(new Agreement("You may write.", "website", "::1", taken));
        assertThat(plain.basis()).isEqualTo(Consent.Basis.CONSENT);
        assertThat(plain.at()).isEqualTo(taken);
        assertThat(plain.version())
                .as("made of the words")
                .hasSize(12)
                .isEqualTo(consent(new Agreement("You may write.", "fair", null, taken))
                        .version())
                .isNotEqualTo(consent(new Agreement("You may call.", "fair", null, taken))
                        .version());
    }

    @Test
    void what_is_wrong_with_a_consent_is_named_with_its_cure() {
        Instant taken = Instant.parse("2026-03-01T12:00:00Z");
        Agreement told = new Agreement(" ", "a hunch", "x".repeat(101), "2026-03-02", "shop", null, taken);

        assertThat(((Checked.Refused) RULES.check(withConsent(told))).problems())
                .extracting(Problem::field)
                .containsExactly("consent.wording", "consent.basis", "consent.version", "consent.at");
    }

    private static Consent consent(Agreement told) {
        return ((Checked.Usable) RULES.check(withConsent(told)))
                .details()
                .origin()
                .consent();
    }

    private static Submission withConsent(Agreement told) {
        return new Submission(Map.of(Field.EMAIL, "a@example.com"), "api", null, told, Map.of());
    }

    @Property
    void no_value_is_too_strange_to_be_judged(@ForAll Field field, @ForAll String raw) {
        Map<Field, String> values = new EnumMap<>(Field.class);
        values.put(field, raw);

        switch (RULES.check(new Submission(values, "api", null, null, Map.of(raw, raw)))) {
            case Checked.Usable(var details) -> assertThat(details).isNotNull();
            case Checked.Refused(var problems) -> assertThat(problems).isNotEmpty();
        }
    }

    @Property
    void what_is_kept_can_be_sent_again_and_stays_the_same(@ForAll String name, @ForAll String street) {
        Map<Field, String> raw = Map.of(Field.EMAIL, "a@example.com", Field.NAME, name, Field.STREET, street);
        if (RULES.check(submission(raw)) instanceof Checked.Usable(var once)) {
            Map<Field, String> again = new EnumMap<>(Field.class);
            again.put(Field.EMAIL, once.contact().email());
            if (once.contact().name() != null) {
                again.put(Field.NAME, once.contact().name());
            }
            if (once.contact().address() != null) {
                again.put(Field.STREET, once.contact().address().street());
            }
            assertThat(usable(again)).isEqualTo(once);
        }
    }

    @Test
    void notes_are_longer_than_other_attributes_and_there_is_one_of_them() {
        assertThat(usable(Map.of(Field.EMAIL, "a@example.com", Field.NOTES, "v".repeat(4000)))
                        .attributes())
                .containsOnlyKeys("notes");
        assertThat(check(Map.of("notes", "v".repeat(4000)))).isInstanceOf(Checked.Usable.class);
        assertThat(problems(Map.of("notes", "v".repeat(4001)))).containsExactly("attributes.notes");
        assertThat(refused(Map.of(Field.EMAIL, "a@example.com", Field.NOTES, "v".repeat(4001))))
                .extracting(Problem::field)
                .containsExactly("notes");
        Map<Field, String> said = Map.of(Field.EMAIL, "a@example.com", Field.NOTES, "one");
        assertThat(((Checked.Refused) RULES.check(new Submission(said, "api", null, null, Map.of("notes", "another"))))
                        .problems())
                .extracting(Problem::field)
                .containsExactly("attributes.notes");
    }

    private static Map<String, String> attributes(int count, String value) {
        return IntStream.range(0, count).boxed().collect(Collectors.toMap(i -> "k" + i, i -> value));
    }

    private static Checked check(Map<String, String> attributes) {
        return RULES.check(
                new Submission(Map.of(Field.EMAIL, "a@example.com"), "api", null, null, new HashMap<>(attributes)));
    }

    private static List<String> problems(Map<String, String> attributes) {
        return ((Checked.Refused) check(attributes))
                .problems().stream().map(Problem::field).toList();
    }

    private static Submission submission(Map<Field, String> values) {
        return new Submission(values, "api", null, null, Map.of());
    }

    private static Details usable(Map<Field, String> values) {
        return switch (RULES.check(submission(values))) {
            case Checked.Usable(var details) -> details;
            case Checked.Refused(var problems) -> throw new AssertionError(problems);
        };
    }

    private static List<Problem> refused(Map<Field, String> values) {
        return ((Checked.Refused) RULES.check(submission(values))).problems();
    }
}
