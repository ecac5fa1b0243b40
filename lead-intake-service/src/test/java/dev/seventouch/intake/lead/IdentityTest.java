package dev.seventouch.intake.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.seventouch.events.lead.Contact;
import dev.seventouch.events.lead.PostalAddress;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class IdentityTest {
    private final Identity identity = new Identity("a key for tests");

    /** Computed by another hand: Python's hmac and base64.b32hexencode. It must never change. */
    @Test
    void the_id_of_an_address_stays_what_it_was() {
        assertThat(identity.ofEmail("Ada@Example.com"))
                .hasValueSatisfying(id -> assertThat(id.value()).isEqualTo("6q43djdvceis3hn4s5esl4dj60"));
        assertThat(identity.of(contact(null, "+49301234567", null)).value()).isEqualTo("2hclnp37qocv6sf5n7iqc9c82o");
    }

    @Test
    void email_comes_before_phone_and_phone_before_the_postal_address() {
        PostalAddress home = new PostalAddress("Gasse 1", "1", "Ulm", "DE");

        assertThat(identity.of(contact("a@example.com", "+4930123", home)))
                .isEqualTo(identity.of(contact("a@example.com", null, null)));
        assertThat(identity.of(contact(null, "+4930123", home)))
                .isEqualTo(identity.of(contact(null, "+4930123", null)));
        assertThat(identity.of(contact(null, null, home)))
                .isEqualTo(identity.of(contact(null, null, new PostalAddress("GASSE  1", "1", "ulm", "DE"))))
                .isNotEqualTo(identity.of(contact(null, null, new PostalAddress("Gasse 2", "1", "Ulm", "DE"))));
    }

    @Test
    void nobody_has_no_id() {
        assertThatIllegalArgumentException().isThrownBy(() -> identity.of(contact(null, null, null)));
    }

    @Property
    void another_key_or_another_person_is_another_id(
            @ForAll @AlphaChars @NotEmpty String one, @ForAll @AlphaChars @NotEmpty String other) {
        String a = cut(one) + "@example.com";
        String b = cut(other) + "@example.com";

        assertThat(identity.ofEmail(a).equals(identity.ofEmail(b))).isEqualTo(a.equalsIgnoreCase(b));
        assertThat(new Identity("another key").ofEmail(a)).isNotEqualTo(identity.ofEmail(a));
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(60, text.length()));
    }

    private static Contact contact(String email, String phone, PostalAddress address) {
        return new Contact("Ada", email, phone, address, null, null, null, null);
    }
}
