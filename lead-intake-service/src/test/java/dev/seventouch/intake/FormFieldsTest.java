package dev.seventouch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.events.lead.Lead;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A form whose page has names of its own for its fields, and asks for some of them. */
class FormFieldsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static House house;

    @BeforeAll
    static void open(@TempDir Path directory) throws IOException {
        Path forms = Files.createDirectories(directory.resolve("campaigns/forms"));
        Files.writeString(forms.resolve("mapped.yaml"), """
                id: mapped
                source: website
                honeypot: trap
                consent: { field: agreed, wording: You may write. }
                fields:
                  your-email: email
                  vorname: firstName
                  nachname: lastName
                  plz: postalCode
                  betrag: value
                  branche: attributes.industry
                  worum: notes
                  fax: "-"
                """);
        Files.writeString(forms.resolve("strict.yaml"), """
                id: strict
                source: website
                consent: { field: agreed, wording: You may write. }
                fields: { your-email: email, tel: phone }
                required: [email, company, agreed]
                """);
        Files.writeString(forms.resolve("usual.yaml"), "id: usual\nsource: website\nrequired: [phone]\n");
        house = new House(directory, directory.resolve("campaigns").toString());
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void the_fields_of_a_page_become_ours_and_what_is_not_mapped_goes_on_as_before() {
        HttpResponse<String> answer = house.form(
                "/forms/mapped",
                "your-email=ada%40example.com&vorname=Ada&nachname=Lovelace&plz=10115&betrag=129.90&branche=Mills"
                        + "&worum=one%0D%0Atwo&fax=123&company=Engines&colour=red&industry=Looms&email=other");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        Lead lead = house.captures(house.idOf("ada@example.com")).getFirst().lead();
        assertThat(lead.contact().name()).isEqualTo("Ada Lovelace");
        assertThat(lead.contact().company()).isEqualTo("Engines");
        assertThat(lead.contact().address().postalCode()).isEqualTo("10115");
        assertThat(lead.value()).isEqualTo("129.90");
        assertThat(lead.attributes())
                .as(
                        "two fields that are one attribute lose nothing, and no field is taken for the email but the one named")
                .containsOnly(
                        Map.entry("industry", "Mills, Looms"),
                        Map.entry("notes", "one\ntwo"),
                        Map.entry("colour", "red"),
                        Map.entry("email", "other"));
    }

    @Test
    void a_problem_is_told_under_the_name_that_the_page_knows() {
        assertThat(problems(house.form(
                        "/forms/mapped",
                        "your-email=nobody&betrag=lots&vorname=%07&branche=" + "x".repeat(1001) + "&colour="
                                + "x".repeat(1001))))
                .containsExactlyInAnyOrder("your-email", "betrag", "vorname", "branche", "colour");
        assertThat(problems(house.form("/forms/mapped", "vorname=Ada"))).containsExactly("your-email");
        assertThat(problems(house.form("/forms/mapped", "your-email=a%40example.com&your-email=b%40example.com")))
                .containsExactly("your-email");
        HttpResponse<String> page = house.form("/forms/mapped", "your-email=nobody", "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("your-email");
    }

    @Test
    void all_that_is_missing_is_named_at_once_with_all_that_is_wrong() {
        assertThat(problems(house.form("/forms/strict", "company=+&tel=call+me")))
                .containsExactly("your-email", "company", "agreed", "tel");
        assertThat(problems(house.form("/forms/strict", "your-email=nobody&company=Engines")))
                .containsExactly("agreed", "your-email");
        HttpResponse<String> page = house.form("/forms/strict", "tel=%2B49301234567", "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("your-email", "company", "agreed", "is missing");

        assertThat(house.form("/forms/strict", "your-email=full%40example.com&company=Engines&agreed=on")
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void a_snippet_has_the_form_s_own_fields() {
        assertThat(controls("strict"))
                .containsExactly(
                        "<label>Your email <input name=\"your-email\" type=\"email\" autocomplete=\"email\" required></label>",
                        "<label>Tel <input name=\"tel\" type=\"tel\" autocomplete=\"tel\"></label>",
                        "<label>Company <input name=\"company\" autocomplete=\"organization\" required></label>",
                        "<label><input type=\"checkbox\" name=\"agreed\" required> You may write.</label>");
        assertThat(controls("mapped"))
                .contains("<label>Worum <textarea name=\"worum\"></textarea></label>")
                .noneMatch(control -> control.contains("name=\"fax\"") || control.contains("name=\"message\""));
    }

    @Test
    void a_form_that_declares_none_has_the_usual_ones_and_those_that_are_required() {
        assertThat(controls("usual"))
                .containsExactly(
                        "<label>Name <input name=\"name\" autocomplete=\"name\"></label>",
                        "<label>Email <input name=\"email\" type=\"email\" autocomplete=\"email\"></label>",
                        "<label>Message <textarea name=\"message\"></textarea></label>",
                        "<label>Phone <input name=\"phone\" type=\"tel\" autocomplete=\"tel\" required></label>");
    }

    private static List<String> controls(String form) {
        return house.operatorGet("/api/v1/forms/" + form + "/snippet")
                .body()
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("<label>"))
                .toList();
    }

    private static List<String> problems(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        JsonNode errors = JSON.readTree(answer.body()).path("errors");
        return errors.findValuesAsString("field");
    }
}
