package dev.seventouch.engine.dryrun;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.wire.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportPlayTest {
    private static final Instant FROM = Instant.parse("2026-11-02T09:00:00Z");
    private static final Instant UNTIL = Instant.parse("2027-11-02T09:00:00Z");

    @TempDir
    Path directory;

    private ImportPlay.Outcome play() throws IOException {
        String rows = IntStream.range(0, 60)
                .mapToObj(n ->
                        "lead" + n + "@example.com," + (n % 2 == 0 ? "Mara" : "Tom") + "," + (n % 3 == 0 ? "9000" : ""))
                .collect(Collectors.joining("\n"));
        Path list = Files.writeString(
                directory.resolve("leads.csv"),
                "email,owner,value\n" + rows + "\nlead1@example.com,Tom,\nbad,,\nworse\n");
        PlanFile plan = PlanFile.read(Played.plan(directory), directory);
        return ImportPlay.play(LeadRows.of(list, "DE"), plan.world(), FROM, UNTIL);
    }

    @Test
    void all_rows_are_played_once_and_the_bad_ones_named() throws IOException {
        ImportPlay.Outcome outcome = play();
        assertThat(outcome.rows()).isEqualTo(63);
        assertThat(outcome.badRows()).isEqualTo(2);
        assertThat(outcome.bad())
                .containsExactly(
                        new ImportPlay.BadRow(63, "email: expected an address such as name@example.com"),
                        new ImportPlay.BadRow(64, "expected 3 fields, as in the first row; found 1"));
        assertThat(outcome.workload().leads()).isEqualTo(60);
        assertThat(outcome.workload().again()).isEqualTo(1);
        assertThat(outcome.workload().counts().get(Channel.EMAIL)).isEqualTo(120);
        // The calls of the plan, and those that ask for a reason, once there is nothing left in the library.
        assertThat(outcome.workload().counts().get(Channel.CALL)).isEqualTo(60 + 60 * 11);
        assertThat(outcome.workload().passedOver().getFirst().count()).isEqualTo(40);
    }

    @Test
    void the_text_has_a_table_for_everything() throws IOException {
        String text =
                WorkloadText.of("plan@1", play(), Costs.USUAL.with(Map.of(Channel.LETTER, new BigDecimal("2"))), 60);
        assertThat(text)
                .contains("  rows   63, 2 of them can't be read", "  leads  60; further rows about one of them: 1")
                .contains("── Touches and what they cost ──", "email            120        0.00          0.00")
                .contains("── Touches a day, the first ", "Mon 2 Nov 2026         60         0        60")
                .contains(
                        "── The busiest days and hours ──",
                        "plan@1 lets out 600 an hour: 9 touches wait for their turn, the longest 1 min")
                .contains("── Where the library runs out", "later               email     any")
                .contains("── Tasks, against 60 minutes a day for each ──", "Mara ", "Tom ")
                .contains("── Passed over ──", "it is not for this lead: value is not >= 5000")
                .contains("── Rows that can't be read ──", "  line 63: email: expected an address");
    }

    @Test
    void the_json_has_every_day_and_the_cost() throws IOException {
        String json = Json.conventions()
                .build()
                .writeValueAsString(WorkloadJson.of(
                        "plan@1", play(), Costs.USUAL.with(Map.of(Channel.EMAIL, new BigDecimal("0.10"))), 60));
        assertThat(JsonPath.<String>read(json, "$.days[0].date")).isEqualTo("2026-11-02");
        assertThat(JsonPath.<Integer>read(json, "$.days[0].touches.email")).isEqualTo(60);
        assertThat(JsonPath.<Double>read(json, "$.channels.email.cost")).isEqualTo(12.0);
        assertThat(JsonPath.<Double>read(json, "$.cost")).isEqualTo(12.0);
        assertThat(JsonPath.<List<String>>read(json, "$.reps[*].name")).containsExactly("Mara", "Tom");
        assertThat(JsonPath.<Integer>read(json, "$.reps[0].daysOver")).isPositive();
        assertThat(JsonPath.<String>read(json, "$.dry[0].step")).isEqualTo("later");
        assertThat(JsonPath.<Integer>read(json, "$.dry[0].leads")).isEqualTo(60);
        // A twelfth of 600 an hour is one every 72 seconds: now and then two leads meet.
        assertThat(JsonPath.<Integer>read(json, "$.releases[0].held")).isEqualTo(9);
        assertThat(JsonPath.<Integer>read(json, "$.badRows")).isEqualTo(2);
        assertThat(JsonPath.<Integer>read(json, "$.busiestHours[0].due")).isEqualTo(60);
    }

    @Test
    void what_costs_nothing_is_stated_too() {
        assertThat(Costs.USUAL)
                .hasToString("email=0.00,letter=1.20,card=0.95,call=0.00,visit=0.00,note=0.95,gift=15.00");
    }

    @Test
    void bad_rows_are_named_in_the_order_of_the_list() throws IOException {
        String rows = IntStream.range(0, 30).mapToObj(n -> "bad" + n).collect(Collectors.joining("\n"));
        Path list = Files.writeString(directory.resolve("bad.csv"), "email\n" + rows + "\n");
        PlanFile plan = PlanFile.read(Played.plan(directory), directory);
        assertThat(ImportPlay.play(LeadRows.of(list, "DE"), plan.world(), FROM, UNTIL).bad().stream()
                        .map(ImportPlay.BadRow::line))
                .containsExactlyElementsOf(
                        java.util.stream.LongStream.range(2, 32).boxed().toList());
    }
}
