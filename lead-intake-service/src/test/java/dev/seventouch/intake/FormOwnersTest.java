package dev.seventouch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.events.lead.Rep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who follows the leads of a form up, read back from the topic. */
class FormOwnersTest {
    private static House house;

    @BeforeAll
    static void open(@TempDir Path directory) throws IOException {
        Path forms = Files.createDirectories(directory.resolve("campaigns/forms"));
        Files.writeString(forms.resolve("one.yaml"), """
                id: one
                source: website
                owners: [{ name: Anna, email: anna@example.com, phone: "+49 30 1234567" }]
                """);
        Files.writeString(forms.resolve("places.yaml"), """
                id: places
                source: website
                owners:
                  - { name: Berta, email: berta@example.com, for: { country: [DE, Austria], postal-code: ["10", "2"] } }
                  - { name: Carl, email: carl@example.com, for: { country: [FR] } }
                """);
        Files.writeString(forms.resolve("shared.yaml"), """
                id: shared
                source: website
                owners: [{ name: Dora, email: dora@example.com }, { name: Emil, email: emil@example.com }]
                """);
        house = new House(directory, directory.resolve("campaigns").toString());
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void one_owner_has_all_leads_of_a_form() {
        assertThat(owner("one", "ada", "")).isEqualTo(new Rep("Anna", "anna@example.com", "+49301234567"));
    }

    @Test
    void a_lead_goes_to_its_territory_and_where_there_is_none_to_the_house() {
        assertThat(owner("places", "berlin", "&country=DE&postalCode=10115").name())
                .isEqualTo("Berta");
        assertThat(owner("places", "graz", "&country=AT&postalCode=2000").name())
                .isEqualTo("Berta");
        assertThat(owner("places", "paris", "&country=Frankreich").name()).isEqualTo("Carl");
        assertThat(owner("places", "ulm", "&country=DE&postalCode=89073").name())
                .as("the default owner")
                .isEqualTo("Mara Lindqvist");
    }

    @Test
    void several_share_the_leads_and_each_lead_keeps_its_own() {
        Set<String> names = new TreeSet<>();
        for (int i = 0; i < 8; i++) {
            String name = owner("shared", "shared" + i, "").name();
            names.add(name);
            assertThat(owner("shared", "shared" + i, "&colour=red").name()).isEqualTo(name);
        }
        assertThat(names).containsExactly("Dora", "Emil");
    }

    @Test
    void who_owns_a_lead_already_keeps_it() {
        house.json("/api/v1/leads", """
                {"email":"owned@example.com","owner":{"name":"Mo","email":"mo@example.com"}}""");

        assertThat(owner("one", "owned", "").name()).isEqualTo("Mo");
        assertThat(owner("one", "first", "").name()).isEqualTo("Anna");
        assertThat(owner("places", "first", "&country=FR").name()).isEqualTo("Anna");
    }

    private static Rep owner(String form, String who, String more) {
        assertThat(house.form("/forms/" + form, "email=" + who + "%40example.com" + more)
                        .statusCode())
                .isEqualTo(303);
        return house.captures(house.idOf(who + "@example.com")).getLast().lead().owner();
    }
}
