package dev.seventouch.engine.simulation;

import static dev.seventouch.engine.simulation.Stage.BERLIN;
import static dev.seventouch.engine.simulation.Stage.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.engine.cadence.Ending;
import dev.seventouch.events.lead.Contact;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.lead.Rep;
import dev.seventouch.events.touch.Channel;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CrowdTest {
    private static final Instant FROM = at("2026-11-02T10:00");
    private static final String WELCOME_AND_CALL = """
            steps:
              - { key: welcome, email: welcome, reason: they asked }
              - { key: call, after: 1d, call: { say: Ask, minutes: 12 } }
            """;

    private static Lead lead(int number, String owner) {
        return new LeadFacts(
                        new Contact(null, "lead" + number + "@example.com", null, null, null, null, BERLIN, "DE"),
                        null,
                        null,
                        owner == null ? null : new Rep(owner, owner + "@example.com", null),
                        null,
                        Map.of())
                .lead(new LeadId("%026d".formatted(number)), "website");
    }

    private static Workload play(Stage stage, String until, Lead... leads) {
        Tally tally = new Tally(stage.world(), BERLIN);
        Crowd crowd = new Crowd(stage.world(), FROM, at(until), tally);
        List.of(leads).forEach(crowd::capture);
        crowd.play();
        return tally.workload(FROM, at(until));
    }

    @Test
    void touches_are_counted_by_day_channel_hour_and_rep() {
        Workload load =
                play(Stage.of(WELCOME_AND_CALL), "2026-11-12T00:00", lead(1, "Mara"), lead(2, "Mara"), lead(3, null));
        assertThat(load.leads()).isEqualTo(3);
        assertThat(load.cadences().toString()).isEqualTo("{plan@1=3}");
        assertThat(load.days())
                .containsExactly(
                        new Workload.Day(LocalDate.parse("2026-11-02"), Map.of(Channel.EMAIL, 3)),
                        new Workload.Day(LocalDate.parse("2026-11-03"), Map.of(Channel.CALL, 3)));
        assertThat(load.counts()).isEqualTo(Map.of(Channel.EMAIL, 3, Channel.CALL, 3));
        assertThat(load.hours().getFirst()).isEqualTo(new Workload.Hour(FROM, 3, 3));
        assertThat(load.reps())
                .containsExactly(
                        new Workload.RepLoad(
                                "Mara", List.of(new Workload.RepDay(LocalDate.parse("2026-11-03"), 2, 24))),
                        new Workload.RepLoad(
                                "nobody", List.of(new Workload.RepDay(LocalDate.parse("2026-11-03"), 1, 12))));
        assertThat(load.releases()).isEmpty();
    }

    @Test
    void a_task_without_minutes_takes_what_such_tasks_usually_take() {
        Workload load =
                play(Stage.of("steps: [ { key: visit, visit: Go there } ]\n"), "2026-11-12T00:00", lead(1, "Mara"));
        assertThat(load.reps().getFirst().minutes()).isEqualTo(60);
    }

    @Test
    void the_same_person_twice_is_one_lead() {
        Workload load = play(Stage.of(WELCOME_AND_CALL), "2026-11-12T00:00", lead(1, null), lead(1, "Mara"));
        assertThat(load.leads()).isEqualTo(1);
        assertThat(load.again()).isEqualTo(1);
        assertThat(load.counts()).isEqualTo(Map.of(Channel.EMAIL, 1, Channel.CALL, 1));
        assertThat(load.reps().getFirst().name()).isEqualTo("Mara");
    }

    @Test
    void where_the_library_runs_out_leads_and_asks_are_counted_from_the_first_day_on() {
        String plan = """
                steps:
                  - { key: one, email: { from: library, topics: [market] } }
                then:
                  - { key: later, every: 30d, email: { from: library, topics: [market] } }
                """;
        Workload load =
                play(Stage.of(plan).item("only", 1, "market"), "2027-02-01T00:00", lead(1, null), lead(2, null));
        assertThat(load.dry()).singleElement().satisfies(dry -> {
            assertThat(dry.step()).isEqualTo("later");
            assertThat(dry.channel()).isEqualTo(Channel.EMAIL);
            assertThat(dry.topics()).containsExactly("market");
            assertThat(dry.first()).isEqualTo("2026-12-02");
            assertThat(dry.leads()).isEqualTo(2);
            assertThat(dry.asks()).isEqualTo(4);
        });
    }

    /** 60 an hour are 5 an hour for one of twelve shares: one every twelve minutes. */
    @Test
    void what_is_let_out_at_a_rate_waits_for_its_turn() {
        String plan = WELCOME_AND_CALL.replace("steps:", "limits: { release: 60/h, release-first: yes }\nsteps:");
        Workload load =
                play(Stage.of(plan), "2026-11-02T12:00", lead(1, null), lead(2, null), lead(3, null), lead(4, null));
        assertThat(load.counts()).isEqualTo(Map.of(Channel.EMAIL, 4));
        assertThat(load.releases()).singleElement().satisfies(release -> {
            assertThat(release.rate().toString()).isEqualTo("60 an hour");
            assertThat(release.held()).isEqualTo(3);
            assertThat(release.longest()).isEqualTo(Duration.ofMinutes(36));
            assertThat(release.until()).isEqualTo(at("2026-11-02T10:36"));
        });
        assertThat(load.hours().getFirst()).isEqualTo(new Workload.Hour(FROM, 4, 4));
    }

    @Test
    void a_first_touch_that_waits_is_due_when_its_turn_comes() {
        String plan = WELCOME_AND_CALL.replace("steps:", "limits: { release: 12/h, release-first: yes }\nsteps:");
        Workload load = play(Stage.of(plan), "2026-11-02T13:30", lead(1, null), lead(2, null), lead(3, null));
        assertThat(load.hours())
                .containsExactly(
                        new Workload.Hour(FROM, 1, 1),
                        new Workload.Hour(at("2026-11-02T11:00"), 1, 1),
                        new Workload.Hour(at("2026-11-02T12:00"), 1, 1));
    }

    @Test
    void without_release_first_the_first_touches_do_not_wait() {
        String plan = WELCOME_AND_CALL.replace("steps:", "limits: { release: 12/h }\nsteps:");
        Workload load = play(Stage.of(plan), "2026-11-02T11:00", lead(1, null), lead(2, null));
        assertThat(load.hours().getFirst()).isEqualTo(new Workload.Hour(FROM, 2, 2));
        assertThat(load.releases().getFirst().held()).isZero();
    }

    @Test
    void what_does_not_come_and_who_ends_is_counted() {
        String plan = WELCOME_AND_CALL + "  - { key: letter, after: 1d, letter: intro, reason: paper }\n";
        Workload load = play(Stage.of(plan), "2026-11-12T00:00", lead(1, null), lead(2, null));
        assertThat(load.passedOver()).singleElement().satisfies(passed -> {
            assertThat(passed.step()).isEqualTo("letter");
            assertThat(passed.why()).isEqualTo("no complete postal address is known");
            assertThat(passed.count()).isEqualTo(2);
        });
        assertThat(load.endings()).doesNotContainKey(Ending.STOPPED);
    }

    @Test
    void a_crowd_of_one_has_the_touches_that_its_lead_has_alone() {
        Stage stage = Stage.of(WELCOME_AND_CALL).item("a", 1).item("b", 2);
        Workload load = play(stage, "2028-11-02T10:00", lead(1, "Mara"));
        Calendar alone = Simulation.run(stage.world(), new Scenario(lead(1, "Mara"), FROM, at("2028-11-02T10:00")));
        assertThat(load.counts()).isEqualTo(alone.counts());
        assertThat(load.days().stream().map(Workload.Day::date))
                .containsExactlyElementsOf(alone.touches()
                        .map(line -> LocalDate.ofInstant(line.at(), BERLIN))
                        .toList());
    }
}
