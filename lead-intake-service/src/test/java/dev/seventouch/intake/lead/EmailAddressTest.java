package dev.seventouch.intake.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "ada@example.com, ada@example.com, ada@example.com",
        "'  Ada.Love-lace+x@Example.COM ', Ada.Love-lace+x@example.com, ada.love-lace+x@example.com",
        "info@MÜNCHEN.de, info@xn--mnchen-3ya.de, info@xn--mnchen-3ya.de",
        "info@xn--mnchen-3ya.de, info@xn--mnchen-3ya.de, info@xn--mnchen-3ya.de",
        "ада@пример.рф, ада@xn--e1afmkfd.xn--p1ai, ада@xn--e1afmkfd.xn--p1ai",
        "JÖRG@example.de, JÖRG@example.de, jörg@example.de",
        "a@example.com., a@example.com, a@example.com",
        "o'brien@example.ie, o'brien@example.ie, o'brien@example.ie",
        "a@例え。テスト, a@xn--r8jz45g.xn--zckzah, a@xn--r8jz45g.xn--zckzah"
    })
    void keeps_what_was_typed_and_knows_whose_it_is(String raw, String kept, String identity) {
        assertThat(good(raw).toString()).isEqualTo(kept);
        assertThat(good(raw).identity()).isEqualTo(identity);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada",
                "@example.com",
                "ada@",
                "a@b",
                "a@@example.com",
                "a@b@example.com",
                "\"a@b\"@example.com",
                "a b@example.com",
                "a..b@example.com",
                ".a@example.com",
                "a.@example.com",
                "a@example..com",
                "a@-example.com",
                "a@example-.com",
                "a@[127.0.0.1]",
                "a@127.0.0.1",
                "a@example.com\r\nBcc: x@example.com",
                "a\u0000@example.com",
                "a@exam\u0000ple.com",
                "a@example.com\nx",
                "<a@example.com>",
                "a,b@example.com",
                "a@example.com,b@example.com",
                "a@exa_mple.com",
                "a＠example.com",
                "\u202ea@example.com",
                "a@.com",
                "a@\ud800.com",
                "\ud800@example.com",
                "a@example.c/m",
                "mailto:a@example.com",
                "a;b@example.com"
            })
    void what_is_no_address_is_refused(String raw) {
        assertThat(EmailAddress.read(raw)).isInstanceOf(Reading.Bad.class);
    }

    @ParameterizedTest
    @CsvSource({"64, 10, true", "65, 10, false", "1, 252, true", "1, 253, false", "64, 189, true", "64, 190, false"})
    void is_as_long_as_RFC_5321_allows(int local, int domain, boolean taken) {
        String name = "a".repeat(local) + "@" + domainOf(domain);

        assertThat(EmailAddress.read(name) instanceof Reading.Good).isEqualTo(taken);
    }

    @ParameterizedTest
    @CsvSource({"32, true", "33, false"})
    void counts_octets_not_characters(int umlauts, boolean taken) {
        assertThat(EmailAddress.read("ö".repeat(umlauts) + "@example.com") instanceof Reading.Good)
                .isEqualTo(taken);
    }

    @Property
    void reading_what_was_read_changes_nothing(@ForAll("addresses") String raw) {
        EmailAddress once = good(raw);

        assertThat(good(once.toString())).isEqualTo(once);
        assertThat(good(once.identity()).identity()).isEqualTo(once.identity());
    }

    @Property
    void case_and_space_around_make_no_other_person(@ForAll("addresses") String raw) {
        assertThat(good("  " + raw.toUpperCase(java.util.Locale.ROOT) + "\t").identity())
                .isEqualTo(good(raw).identity());
    }

    @Property(tries = 5000)
    void whatever_is_sent_is_read_without_a_fault_and_never_breaks_a_header(@ForAll String raw) {
        if (EmailAddress.read(raw) instanceof Reading.Good<EmailAddress>(var address)) {
            assertThat(address.toString()
                            .chars()
                            .noneMatch(c -> c < 0x21 || c == 0x7f || c == '<' || c == '>' || c == ','))
                    .isTrue();
            assertThat(address.domain()).matches("[a-z0-9.-]+");
            assertThat(address.toString().getBytes(StandardCharsets.UTF_8).length)
                    .isLessThanOrEqualTo(254);
        }
    }

    @Property(tries = 5000)
    void whatever_stands_behind_the_at_is_read_without_a_fault(@ForAll("domains") String domain) {
        if (EmailAddress.read("a@" + domain) instanceof Reading.Good<EmailAddress>(var address)) {
            assertThat(address.domain()).matches("[a-z0-9.-]+");
        }
    }

    @Provide
    Arbitrary<String> domains() {
        return Arbitraries.strings()
                .withChars("a-.xn\u3002\uff0eß\u0130\u200d\u00adüש一")
                .ofMaxLength(12);
    }

    @Provide
    Arbitrary<String> addresses() {
        Arbitrary<String> part = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('A', 'Z')
                .numeric()
                .ofMinLength(1)
                .ofMaxLength(10);
        return Combinators.combine(part, part, part, Arbitraries.of("com", "DE", "example", "рф"))
                .as((first, last, domain, top) -> first + "." + last + "@" + domain + "." + top);
    }

    private static String domainOf(int length) {
        StringBuilder domain = new StringBuilder();
        while (domain.length() + 64 < length) {
            domain.append("d".repeat(Math.min(60, length - domain.length() - 4)))
                    .append('.');
        }
        return domain.append("e".repeat(length - domain.length() - 3 < 1 ? 1 : length - domain.length() - 3))
                .append(".de")
                .toString();
    }

    private static EmailAddress good(String raw) {
        return switch (EmailAddress.read(raw)) {
            case Reading.Good<EmailAddress>(var address) -> address;
            case Reading.Bad<EmailAddress>(var why) -> throw new AssertionError(raw + " " + why);
        };
    }
}
