package dev.seventouch.intake.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormFileTest {
    @TempDir
    Path directory;

    @Test
    void the_shipped_form_reads() {
        Form form = FormCatalogue.in(Path.of("../campaigns/forms"), false)
                .find("website")
                .orElseThrow();

        assertThat(form.source()).isEqualTo("website");
        assertThat(form.honeypot()).isEqualTo("fax_number");
        assertThat(form.consent().wording()).startsWith("Nordlicht Solar may write");
    }

    @Test
    void a_form_may_ask_for_a_confirmation() {
        FormCatalogue forms = FormCatalogue.in(Path.of("../campaigns/forms"), false);

        assertThat(forms.find("roof-check").orElseThrow().confirm()).isTrue();
        assertThat(forms.find("website").orElseThrow().confirm()).isFalse();
    }

    @Test
    void a_character_of_two_units_may_stand_anywhere() {
        for (int before = 1000; before < 1050; before++) {
            String remark = "#" + "x".repeat(before) + "\uD83D\uDCA1";
            assertThat(FormFile.read("a form", remark + "\nid: a\nsource: x\n").id())
                    .isEqualTo("a");
        }
    }

    @Test
    void no_directory_is_no_forms() {
        assertThat(FormCatalogue.in(directory.resolve("none"), false).find("website"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        id: is missing              | 'source: x'
        id: use a-z                 | 'id: A B\\nsource: x'
        source: must be a text      | 'id: a\\nsource: [x]'
        honypot: is not known       | 'id: a\\nsource: x\\nhonypot: y'
        consent.basis: is none of consent, contract | 'id: a\nsource: x\nconsent: {wording: y, basis: none}'
        consent.version: must be a text | 'id: a\nsource: x\nconsent: {wording: y, version: 2026}'
        fields.mail: is given no    | 'id: a\nsource: x\nfields: {mail: consent.wording}'
        consent.wording: is missing | 'id: a\\nsource: x\\nconsent: {field: y}'
        limit: is no rate           | 'id: a\nsource: x\nlimit: lots'
        is no origin                | 'id: a\nsource: x\norigins: ["https://www.example.com/page"]'
        origins: must be a list     | 'id: a\nsource: x\norigins: https://www.example.com'
        fill-time.at-least: use     | 'id: a\nsource: x\nfill-time: {field: y, at-least: soon}'
        fill-time: needs the keys   | 'id: a\nsource: x\nfill-time: 3s'
        confirm: must be true       | 'id: a\nsource: x\nconfirm: "yes"'
        thank-you: is not an address | 'id: a\\nsource: x\\nthank-you: "javascript:alert(1)"'
        fields: write each as       | 'id: a\nsource: x\nfields: [email]'
        fields: names a field       | 'id: a\nsource: x\nfields: {"": email}'
        fields.mail: is given no    | 'id: a\nsource: x\nfields: {mail: moon}'
        fields.mail: is given no    | 'id: a\nsource: x\nfields: {mail: "attributes."}'
        fields.mail: must be a text | 'id: a\nsource: x\nfields: {mail: [email]}'
        fields.other: is given email | 'id: a\nsource: x\nfields: {mail: email, other: email}'
        fields.fax: is a field of the form itself | 'id: a\nsource: x\nhoneypot: fax\nfields: {fax: phone}'
        required: must be a list    | 'id: a\nsource: x\nrequired: email'
        required: must be a list    | 'id: a\nsource: x\nrequired: [7]'
        required: names fax, which  | 'id: a\nsource: x\nhoneypot: fax\nrequired: [fax]'
        owners: must be a list      | 'id: a\nsource: x\nowners: Ada'
        owners: names nobody        | 'id: a\nsource: x\nowners: []'
        owners.1.email: is missing  | 'id: a\nsource: x\nowners: [{name: Ada}]'
        owners.2.email: has no "@"  | 'id: a\nsource: x\nowners: [{name: A, email: a@example.com}, {name: B, email: b}]'
        owners.1.phone: is not a phone number | 'id: a\nsource: x\nowners: [{name: A, email: a@example.com, phone: "030 1234567"}]'
        owners.1.mail: is not known | 'id: a\nsource: x\nowners: [{name: A, mail: a@example.com}]'
        owners.1.for: needs         | 'id: a\nsource: x\nowners: [{name: A, email: a@example.com, for: {}}]'
        owners.1.for: needs         | 'id: a\nsource: x\nowners: [{name: A, email: a@example.com, for: DE}]'
        owners.1.for.country: names | 'id: a\nsource: x\nowners: [{name: A, email: a@example.com, for: {country: [Atlantis]}}]'
        owners.1.for.postal-code: must | 'id: a\nsource: x\nowners: [{name: A, email: a@example.com, for: {postal-code: [10]}}]'
        owners.1.for.city: is not known | 'id: a\nsource: x\nowners: [{name: A, email: a@example.com, for: {city: [Ulm]}}]'
        challenge: needs somebody   | 'id: a\nsource: x\nchallenge: token'
        is not YAML                 | 'id: [a'
        is not a form               | 'just words'
        """)
    void a_broken_file_is_named_with_its_fault(String fault, String yaml) throws IOException {
        Path file = Files.writeString(directory.resolve("broken.yaml"), yaml.replace("\\n", "\n"));

        assertThatExceptionOfType(BrokenForm.class)
                .isThrownBy(() -> FormCatalogue.in(directory, false))
                .withMessageContaining(file.toString())
                .withMessageContaining(fault);
    }

    @Test
    void more_than_50_fields_are_too_many() {
        StringBuilder many = new StringBuilder();
        IntStream.rangeClosed(1, 51).forEach(i -> many.append("f" + i + ": attributes.a" + i + ", "));

        assertThatExceptionOfType(BrokenForm.class)
                .isThrownBy(() -> FormFile.read("a form", "id: a\nsource: x\nfields: {" + many + "}"))
                .withMessageContaining("fields: are too many; at most 50");
    }

    @Test
    void what_is_required_is_named_as_the_page_names_it_however_it_was_declared() {
        Form form = FormFile.read("a form", """
                id: a
                source: x
                consent: { field: agreed, wording: w }
                fields: { your-email: email, vorname: firstName, nachname: lastName, branche: attributes.industry }
                required: [email, your-email, name, attributes.industry, budget, agreed]
                """);

        assertThat(form.required()).containsExactly("your-email", "vorname", "nachname", "branche", "budget", "agreed");
    }

    @Test
    void two_files_with_one_id_are_refused() throws IOException {
        Files.writeString(directory.resolve("a.yaml"), "id: a\nsource: x");
        Files.writeString(directory.resolve("b.yaml"), "id: a\nsource: x");

        assertThatExceptionOfType(BrokenForm.class)
                .isThrownBy(() -> FormCatalogue.in(directory, false))
                .withMessageContaining("another file");
    }
}
