package dev.seventouch.engine.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.engine.cadence.Action;
import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.events.touch.Channel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CadenceReaderTest {
    private static final String PLAN = """
            id: plan
            for: { source: website }
            time: { days: mon-fri, hours: "09:00-17:30", fallback: Europe/Berlin }
            limits: { gap: 20h, per-week: 3 }
            steps:
              - key: welcome
                email: welcome
                reason: they asked
              - key: call
                after: 1d
                call: { say: "Ask", minutes: 3 }
            then:
              - { every: 30d, until: 365d, email: { from: library } }
              - { every: 90d, rotate: [ { email: { from: library } }, { call: { from: library } } ] }
            """;

    @Test
    void reads_a_plan() {
        Cadence cadence = read(PLAN);
        assertThat(cadence.ref()).hasToString("plan@1");
        assertThat(cadence.limits().gap()).isEqualTo(Duration.ofHours(20));
        assertThat(cadence.steps())
                .extracting(step -> step.action().channel())
                .containsExactly(Channel.EMAIL, Channel.CALL);
        assertThat(cadence.phases()).hasSize(2);
        assertThat(cadence.phases().getLast().rotation()).hasOnlyElementsOfType(Action.FromLibrary.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "steps:        | stpes:        | line 5, column 1  | did you mean \"steps\"",
                "after: 1d     | after: soon   | line 10, column 12 | such as 30m, 20h, 3d or 2w",
                "key: call     | key: welcome  | line 9, column 10 | already",
                "mon-fri       | mon-fry       | line 3, column 9  | such as mon-fri",
                "Europe/Berlin | Mars/Olympus  | line 3, column 9  | such as Europe/Berlin",
                "call: { say   | cal: { say    | line 11, column 5 | did you mean \"call\"",
                "reason: they asked | after: 0d  | line 6, column 5  | \"reason\" is missing",
                "every: 90d    | until: 900d, every: 90d | line 14, column 5 | goes on for ever",
                "09:00-17:30   | 17:30-09:00   | line 3, column 9  | open before they close",
            })
    void names_line_and_cure(String right, String wrong, String place, String cure) {
        assertThat(problems(PLAN.replace(right, wrong)))
                .anySatisfy(problem -> assertThat(problem.toString())
                        .startsWith(place.split(",")[0] + ",")
                        .contains(cure));
    }

    @Test
    void names_all_mistakes_at_once() {
        assertThat(problems(PLAN.replace("after: 1d", "after: soon").replace("gap: 20h", "gap: wide")))
                .hasSize(2);
    }

    @Test
    void what_is_no_yaml_is_said_to_be_none() {
        assertThat(problems("id: ["))
                .singleElement()
                .extracting(Problem::message)
                .asString()
                .contains("not YAML");
    }

    @Test
    void aliases_cannot_multiply() {
        assertThat(problems("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]")).isNotEmpty();
    }

    /** Whatever is written, the answer is a reading, never an exception. */
    @Property(tries = 500)
    void nothing_written_is_too_strange(@ForAll String text) {
        assertThat(CadenceReader.read(text, 1)).isInstanceOf(Reading.class);
    }

    @Test
    void the_shipped_campaigns_can_be_read() {
        Campaigns campaigns = Campaigns.in(Path.of("..", "campaigns"));
        assertThat(campaigns.cadences()).extracting(Campaigns.CadenceFile::id).contains("website-enquiry");
        assertThat(campaigns.items()).hasSizeGreaterThan(12);
    }

    @Test
    void the_shipped_plan_goes_through_seven_touches_and_on_for_ever() {
        Cadence cadence = Campaigns.in(Path.of("..", "campaigns")).cadences().stream()
                .map(file -> read(file.yaml()))
                .filter(plan -> plan.ref().id().equals("website-enquiry"))
                .findFirst()
                .orElseThrow();
        assertThat(cadence.steps()).hasSizeGreaterThanOrEqualTo(7);
        Instant start = Instant.parse("2026-11-02T08:00:00Z");
        Cadence.Following last = cadence.following(
                cadence.following(
                                dev.seventouch.engine.cadence.Place.of(
                                        cadence.steps().getLast().key()),
                                start,
                                start.plus(Duration.ofDays(4000)))
                        .place(),
                start,
                start.plus(Duration.ofDays(4100)));
        assertThat(last.place().occurrence()).isEqualTo(2);
    }

    private static Cadence read(String yaml) {
        return switch (CadenceReader.read(yaml, 1)) {
            case Reading.Read<Cadence>(var cadence) -> cadence;
            case Reading.Broken<Cadence>(var problems) -> throw new AssertionError(problems);
        };
    }

    private static List<Problem> problems(String yaml) {
        return switch (CadenceReader.read(yaml, 1)) {
            case Reading.Read<Cadence>(var cadence) -> throw new AssertionError("read " + cadence);
            case Reading.Broken<Cadence>(var problems) -> problems;
        };
    }
}
