package dev.seventouch.engine.dryrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seventouch.events.lead.Lead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeadRowsTest {
    @TempDir
    Path directory;

    private LeadRows rows(String csv) throws IOException {
        return LeadRows.of(Files.writeString(directory.resolve("leads.csv"), csv), "DE");
    }

    private List<LeadRows.Row> all(String csv) throws IOException {
        List<LeadRows.Row> all = new ArrayList<>();
        rows(csv).read(0, 1, all::add);
        return all;
    }

    private Lead lead(String csv) throws IOException {
        return ((LeadRows.Row.Good) all(csv).getFirst()).lead("list");
    }

    @Test
    void columns_are_found_however_they_are_written_and_others_are_attributes() throws IOException {
        Lead lead = lead("E-Mail,NAME,Postal Code,street,City,owner.name,Industry,source\n"
                + "ada@example.com,\"Ada, Countess\",10115,Weg 1,Berlin,Mara,bakery,fair\n");
        assertThat(lead.contact().email()).isEqualTo("ada@example.com");
        assertThat(lead.contact().name()).isEqualTo("Ada, Countess");
        assertThat(lead.contact().address().postalCode()).isEqualTo("10115");
        assertThat(lead.owner().name()).isEqualTo("Mara");
        assertThat(lead.attributes()).containsEntry("Industry", "bakery");
        assertThat(lead.origin().source()).isEqualTo("fair");
    }

    @Test
    void without_a_source_it_is_the_usual_one() throws IOException {
        assertThat(lead("email\nada@example.com\n").origin().source()).isEqualTo("list");
    }

    @Test
    void semicolons_tabs_a_mark_and_other_line_ends_are_understood() throws IOException {
        assertThat(lead("\uFEFFemail;name\r\nada@example.com;Ada\r\n").contact().name())
                .isEqualTo("Ada");
        assertThat(lead("\uFEFFindustry;email\nbakery;ada@example.com\n").attributes())
                .containsKey("industry");
        assertThat(lead("email\tname\nada@example.com\tAda\n").contact().name()).isEqualTo("Ada");
        assertThat(lead("email,name\rada@example.com,\"A\rB\"\r").contact().name())
                .isEqualTo("A\rB");
    }

    @Test
    void bad_rows_are_named_by_line_and_the_others_go_on() throws IOException {
        List<LeadRows.Row> rows = all("""
                email,phone,name
                ada@example.com,,"Ada
                Countess"
                nobody,,
                grace@example.com
                ,,Somebody

                ,030 1234567,Grace
                """);
        assertThat(rows.stream().filter(LeadRows.Row.Bad.class::isInstance))
                .containsExactly(
                        new LeadRows.Row.Bad(4, "email: expected an address such as name@example.com"),
                        new LeadRows.Row.Bad(5, "expected 3 fields, as in the first row; found 1"),
                        new LeadRows.Row.Bad(
                                6,
                                "nothing tells who it is: expected an email, a phone number, or a name with street and city"));
        assertThat(rows.stream().filter(LeadRows.Row.Good.class::isInstance)).hasSize(2);
    }

    @Test
    void the_same_person_is_the_same_lead_and_in_the_same_share() throws IOException {
        String csv = "email,name\nada@example.com,Ada\nADA@example.com ,A.\ngrace@example.com,Grace\n";
        List<LeadRows.Row> all = all(csv);
        assertThat(id(all.get(0))).isEqualTo(id(all.get(1))).isNotEqualTo(id(all.get(2)));
        int found = 0;
        for (int share = 0; share < 12; share++) {
            List<LeadRows.Row> some = new ArrayList<>();
            rows(csv).read(share, 12, some::add);
            List<String> ids = some.stream().map(LeadRowsTest::id).toList();
            assertThat(ids.stream().filter(id(all.get(0))::equals).count()).isIn(0L, 2L);
            found += some.size();
        }
        assertThat(found).isEqualTo(3);
    }

    private static String id(LeadRows.Row row) {
        return ((LeadRows.Row.Good) row).lead("list").id().value();
    }

    @Test
    void a_list_that_tells_nobody_is_refused() {
        assertThatThrownBy(() -> rows("name,city\nAda,Berlin\n"))
                .isInstanceOf(Refused.class)
                .hasMessageEndingWith(
                        "line 1: no column tells who a lead is; expected email, phone, or name with street"
                                + " and city; found name, city");
        assertThatThrownBy(() -> rows("email,E-Mail\na@example.com,b@example.com\n"))
                .hasMessageEndingWith("line 1: the column \"E-Mail\" is there twice");
        assertThatThrownBy(() -> rows("")).hasMessageContaining("expected the names of the columns");
        assertThatThrownBy(() -> LeadRows.of(directory.resolve("none.csv"), "DE"))
                .isInstanceOf(Refused.class);
    }
}
