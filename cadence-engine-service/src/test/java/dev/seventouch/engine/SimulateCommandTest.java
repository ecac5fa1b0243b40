package dev.seventouch.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateCommandTest {
    private static final String PLAN =
            Path.of("..", "campaigns", "website-enquiry.yaml").toString();
    private static final Instant NOW = Instant.parse("2026-11-02T08:00:00Z");

    @TempDir
    Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    private int run(String... arguments) {
        out.reset();
        errors.reset();
        return SimulateCommand.run(
                InstantSource.fixed(NOW),
                new PrintStream(out, true, UTF_8),
                new PrintStream(errors, true, UTF_8),
                arguments);
    }

    private String printed(String... arguments) {
        assertThat(run(arguments)).as(errors.toString(UTF_8)).isZero();
        return out.toString(UTF_8);
    }

    private String refused(String... arguments) {
        assertThat(run(arguments)).isPositive();
        assertThat(out.toString(UTF_8)).isEmpty();
        return errors.toString(UTF_8);
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text).toString();
    }

    @Test
    void it_begins_now_and_plays_a_year_unless_told_otherwise() {
        assertThat(printed(PLAN))
                .startsWith("website-enquiry@1, as the lead would live through it")
                .contains("  from  Mon 2 Nov 2026 09:00\n  to    Tue 2 Nov 2027 09:00");
        assertThat(printed(PLAN, "--for", "2w")).contains("  to    Mon 16 Nov 2026 09:00");
    }

    @Test
    void it_begins_on_a_day_when_hours_open_or_at_a_time_in_the_zone_of_the_cadence() {
        assertThat(printed(PLAN, "--from", "2026-12-20", "--for", "3d")).contains("  from  Sun 20 Dec 2026 09:00");
        assertThat(printed(PLAN, "--from", "2026-12-20T18:30", "--for", "3d"))
                .contains("  from  Sun 20 Dec 2026 18:30");
        assertThat(printed(PLAN, "--from", "2026-12-20T18:30", "--for", "3d", "--zone", "America/New_York"))
                .contains("  zone  America/New_York\n  from  Sun 20 Dec 2026 12:30");
    }

    @Test
    void the_lead_may_be_told_of() throws IOException {
        assertThat(printed(PLAN, "--for", "3d", "--country", "US", "--value", "9000", "--without", "phone,address"))
                .contains("  lead  Ada Example; from website; US; worth 9000; reached by email\n");
        String lead = write("lead.yaml", "name: Grace\nphone: +49 30 1234567\ncountry: FR\n");
        assertThat(printed(PLAN, "--for", "3d", "--lead", lead))
                .contains("  lead  Grace; from website; FR; reached by phone\n");
        assertThat(printed(PLAN, "--for", "30d", "--confirm")).contains("confirm  email");
    }

    @Test
    void a_script_is_played() throws IOException {
        String script = write("script.yaml", "- { after: 1h, signal: ready-to-buy }\n");
        assertThat(printed(PLAN, "--script", script)).contains("ready to buy", "ends: ready-to-buy");
    }

    @Test
    void the_answer_comes_as_json_and_as_a_calendar_too() {
        String json = printed(PLAN, "--for", "60d", "--format", "json");
        assertThat(JsonPath.<String>read(json, "$.lines[0].step")).isEqualTo("welcome");
        assertThat(printed(PLAN, "--for", "60d", "--format", "ics"))
                .startsWith("BEGIN:VCALENDAR\r\n")
                .contains("DTSTAMP:20261102T080000Z");
    }

    @Test
    void a_list_of_leads_is_played() throws IOException {
        String leads = write("leads.csv", "email,owner\na@example.com,Mara\nb@example.com,Tom\nc,\n");
        assertThat(printed(PLAN, "--for", "60d", "--import", leads, "--cost", "email=0.5,letter=2", "--minutes", "4"))
                .contains("  rows   3, 1 of them can't be read", "0.50", "against 4 minutes a day");
        String json = printed(PLAN, "--for", "60d", "--import", leads, "--format", "json");
        assertThat(JsonPath.<List<String>>read(json, "$.reps[*].name")).containsExactly("Mara", "Tom");
        assertThat(refused(PLAN, "--import", leads, "--format", "ics")).contains("expected text or json with --import");
    }

    /** What the README shows was printed once; the copy or the rules may have changed since. */
    @Test
    void the_readme_shows_what_is_printed() throws IOException {
        String command = "$ ./seventouch simulate ";
        List<String> shown = Files.readString(Path.of("..", "README.md"))
                .lines()
                .dropWhile(line -> !line.startsWith(command))
                .takeWhile(line -> !line.equals("```"))
                .toList();
        String[] arguments = shown.getFirst().substring(command.length()).split(" ");
        arguments[0] = Path.of("..", arguments[0]).toString();

        String parts = String.join("\n", shown.subList(1, shown.size()));
        assertThat(printed(arguments)).contains(parts.split("\n…\n"));
    }

    @Test
    void what_is_wrong_is_said_without_a_trace_of_the_program() throws IOException {
        assertThat(refused("none.yaml")).isEqualTo("none.yaml can't be read\n");
        assertThat(refused(write("plan.yaml", "id: plan\n"))).contains("plan.yaml: line 1, column 1: ");
        assertThat(refused(PLAN, "--script", write("script.yaml", "- { after: 1d, signal: wept }\n")))
                .contains("script.yaml: line 1, column 24: \"wept\": expected one of unsubscribed, ");
        assertThat(refused(PLAN, "--lead", write("lead.yaml", "emial: x\n"))).contains("did you mean \"email\"?");
        assertThat(refused(PLAN, "--zone", "Berlin"))
                .isEqualTo("--zone: expected a time zone, such as Europe/Berlin\n");
        assertThat(refused(PLAN, "--source", "fair"))
                .isEqualTo("leads from \"fair\" are taken by met-in-person, not by website-enquiry\n");
        assertThat(refused(PLAN, "--from", "tomorrow")).contains("expected a day or a time, such as 2027-01-05");
        assertThat(refused(PLAN, "--for", "long")).contains("expected a length such as 2y, 6m or 90d");
        assertThat(refused(PLAN, "--for", "0d")).contains("expected more than nothing and at most 100y");
        assertThat(refused(PLAN, "--cost", "pigeon=3")).contains("expected a channel, such as letter");
        assertThat(refused(PLAN, "--cost", "letter=much")).contains("expected an amount, such as 1.20");
        assertThat(refused(PLAN, "--without", "hope")).contains("expected email, phone or address");
    }

    @Test
    void files_that_are_no_cadences_are_named_beside_the_answer() throws IOException {
        Path plan = Files.copy(Path.of(PLAN), directory.resolve("plan.yaml"));
        write("notes.yaml", "- nothing\n");
        assertThat(printed(plan.toString(), "--for", "3d")).startsWith("website-enquiry@1");
        assertThat(errors.toString(UTF_8))
                .startsWith("passed over, not a cadence: ")
                .contains("notes.yaml: line 1");
    }
}
