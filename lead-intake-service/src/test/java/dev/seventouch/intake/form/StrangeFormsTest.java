package dev.seventouch.intake.form;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever an author writes under a key: a form, or a fault that names the key. */
class StrangeFormsTest {

    @Property(tries = 3000)
    void a_declaration_is_a_form_or_its_fault_is_named(@ForAll("keys") String key, @ForAll("values") String value) {
        try {
            Form form = FormFile.read("a form", "id: a\nsource: x\n" + key + ": " + value + "\n");
            assertThat(form.id()).isEqualTo("a");
            assertThat(Embedding.snippet(form, "https://example.com")).contains("<form", "</form>");
        } catch (BrokenForm fault) {
            assertThat(fault.what()).isNotBlank();
            if (fault.key() == null) {
                assertThat(fault.what()).startsWith("is not YAML");
            } else {
                assertThat(fault.key()).startsWith(key);
            }
        }
    }

    @Provide
    Arbitrary<String> keys() {
        return Arbitraries.of("fields", "required", "owners", "consent", "fill-time", "origins", "thank-you", "limit");
    }

    /** YAML of lists and mappings, in each other, of words that mean something somewhere and some that don't anywhere. */
    @Provide
    Arbitrary<String> values() {
        Arbitrary<String> word = Arbitraries.of(
                "null",
                "7",
                "true",
                "\"\"",
                "\" \"",
                "email",
                "name",
                "phone",
                "for",
                "country",
                "postal-code",
                "field",
                "wording",
                "at-least",
                "DE",
                "\"10\"",
                "a@example.com",
                "attributes.x",
                "\"-\"",
                "firstName",
                "\"\\0\"",
                "\"<b>\"",
                "2026-01-01",
                "\"seventouch-entry\"",
                "\"" + "x".repeat(200) + "\"",
                "\"\\uD83D\\uDCA1\"");
        return Arbitraries.recursive(() -> word, under -> nested(word, under), 0, 3);
    }

    private static Arbitrary<String> nested(Arbitrary<String> word, Arbitrary<String> under) {
        Arbitrary<String> list = under.list().ofMaxSize(3).map(each -> "[" + String.join(", ", each) + "]");
        Arbitrary<String> mapping = Combinators.combine(word, under)
                .as((name, value) -> name + ": " + value)
                .list()
                .ofMaxSize(4)
                .map(each -> "{" + String.join(", ", each) + "}");
        return Arbitraries.oneOf(list, mapping);
    }
}
