package dev.seventouch.engine.definition;

import static dev.seventouch.engine.definition.Plans.PLAN;
import static dev.seventouch.engine.definition.Plans.read;
import static dev.seventouch.engine.definition.Plans.with;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.engine.cadence.Action;
import dev.seventouch.engine.cadence.After;
import dev.seventouch.engine.cadence.Again;
import dev.seventouch.engine.cadence.Audience;
import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.engine.cadence.CadenceRef;
import dev.seventouch.engine.cadence.Delay;
import dev.seventouch.engine.cadence.Ending;
import dev.seventouch.engine.cadence.Entry;
import dev.seventouch.engine.cadence.Phase;
import dev.seventouch.engine.cadence.Release;
import dev.seventouch.engine.cadence.Rules;
import dev.seventouch.engine.cadence.Scoring;
import dev.seventouch.engine.cadence.Season;
import dev.seventouch.engine.cadence.Step;
import dev.seventouch.engine.cadence.Term;
import dev.seventouch.engine.cadence.Term.Comparison;
import dev.seventouch.engine.cadence.Term.Fact;
import dev.seventouch.engine.cadence.Term.Known;
import dev.seventouch.engine.cadence.Terms;
import dev.seventouch.engine.cadence.Turn;
import dev.seventouch.engine.policy.ContactHours;
import dev.seventouch.engine.policy.ContactTime;
import dev.seventouch.engine.policy.Dates;
import dev.seventouch.engine.policy.Limits;
import dev.seventouch.engine.policy.Rate;
import dev.seventouch.engine.policy.Window;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.Content;
import dev.seventouch.events.touch.Medium;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be written, and what is read from it. */
class CadenceReaderTest {

    @Test
    void what_is_left_out_is_as_usual() {
        Cadence cadence = read("""
                id: plan
                time: { fallback: Europe/Berlin }
                steps:
                  - { key: welcome, email: welcome, reason: they asked }
                then:
                  - { every: 90d, call: { from: library } }
                """);
        assertThat(cadence)
                .isEqualTo(new Cadence(
                        new CadenceRef("plan", 1),
                        Entry.of(new Audience(Set.of(), false)),
                        Duration.ofDays(45),
                        Rules.of(
                                new ContactTime(
                                        new ContactHours(
                                                EnumSet.range(MONDAY, DayOfWeek.FRIDAY),
                                                LocalTime.of(9, 0),
                                                LocalTime.of(17, 30)),
                                        ZoneId.of("Europe/Berlin"),
                                        List.of(),
                                        List.of()),
                                new Limits(Duration.ofHours(20), 3)),
                        List.of(new Step(
                                "welcome",
                                After.NOTHING,
                                Window.ANY,
                                Turn.of(new Action.Fixed(Channel.EMAIL, Content.template("welcome"), "they asked")))),
                        List.of(new Phase(
                                "then-1",
                                new Delay.Days(90),
                                null,
                                Window.ANY,
                                List.of(Turn.of(new Action.FromLibrary(Channel.CALL, "library-item", Set.of()))))),
                        List.of()));
    }

    @Test
    void who_comes_in_and_where_to() {
        assertThat(read(with("for: { source: website }", """
                for: { source: [website, trade-fair], otherwise: yes }
                customers: loyalty
                again: { after: [ready-to-buy, converted], earliest: 12w }
                confirm: { email: really-you, within: 7d }""")).entry()).satisfies(entry -> {
            assertThat(entry.audience()).isEqualTo(new Audience(Set.of("website", "trade-fair"), true));
            assertThat(entry.customers()).isEqualTo("loyalty");
            assertThat(entry.again())
                    .isEqualTo(new Again(Set.of(Ending.READY_TO_BUY, Ending.CONVERTED), Duration.ofDays(84)));
            assertThat(entry.optIn().template()).isEqualTo("really-you");
            assertThat(entry.optIn().within()).isEqualTo(Duration.ofDays(7));
        });
    }

    @Test
    void what_holds_for_every_touch() {
        Rules rules = read(with("limits: { gap: 20h, per-week: 3 }", """
                        limits: { gap: 36h, per-week: 2, per-month: 5, release: 20/m, release-first: yes }
                        waits: { reply: 5d, conversation: 2w }
                        score: { opened: 0, replied: 50, task: { at: 30, say: Call. } }""")).rules();
        assertThat(rules.limits()).isEqualTo(new Limits(Duration.ofHours(36), 2, 5));
        assertThat(rules.release()).isEqualTo(new Release(new Rate(20, Duration.ofMinutes(1)), true));
        assertThat(rules.waits().reply()).isEqualTo(Duration.ofDays(5));
        assertThat(rules.waits().conversation()).isEqualTo(Duration.ofDays(14));
        assertThat(rules.scoring()).isEqualTo(new Scoring(0, 5, 50, new Scoring.Prompt(30, "Call.")));
    }

    @Test
    void the_days_and_dates_on_which_nothing_goes_out() {
        ContactTime time = read(with(
                        "fallback:",
                        "holidays: [lead, DE-BY, us], quiet: [12-24..01-06, 05-01, 2027-03-05], fallback:"))
                .rules()
                .time();
        assertThat(time.holidays()).containsExactly("lead", "de-by", "us");
        assertThat(time.quiet())
                .containsExactly(
                        new Dates.Yearly(MonthDay.of(12, 24), MonthDay.of(1, 6)),
                        new Dates.Yearly(MonthDay.of(5, 1), MonthDay.of(5, 1)),
                        new Dates.Once(LocalDate.of(2027, 3, 5), LocalDate.of(2027, 3, 5)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mon-wed",
                "\"mon, tue, wed\"",
                "[mon, tue, wed]",
                "[mon-tue, wed]",
                "MON - WED",
                "\"wed, mon-tue\""
            })
    void days_of_the_week(String days) {
        assertThat(read(with("mon-fri", days)).rules().time().hours().days())
                .containsExactlyInAnyOrder(MONDAY, TUESDAY, WEDNESDAY);
        assertThat(offer("after: 3d↵    on: " + days).window().days())
                .containsExactlyInAnyOrder(MONDAY, TUESDAY, WEDNESDAY);
    }

    @Test
    void a_run_of_days_goes_over_the_weekend() {
        assertThat(read(with("mon-fri", "sun-tue")).rules().time().hours().days())
                .containsExactlyInAnyOrder(SUNDAY, MONDAY, TUESDAY);
    }

    @Test
    void a_step_comes_after_the_one_before_or_counted_from_the_start() {
        assertThat(offer("after: 3d").after()).isEqualTo(new After.Previous(new Delay.Days(3)));
        assertThat(offer("after: 2w").after()).isEqualTo(new After.Previous(new Delay.Days(14)));
        assertThat(offer("after: 30m").after())
                .isEqualTo(new After.Previous(new Delay.Exactly(Duration.ofMinutes(30))));
        assertThat(offer("after: 14d from capture").after()).isEqualTo(new After.Start(new Delay.Days(14)));
        assertThat(offer("after: 20h from capture").after())
                .isEqualTo(new After.Start(new Delay.Exactly(Duration.ofHours(20))));
        assertThat(offer("after: 50% of cycle").after()).isEqualTo(new After.Cycle(50));
        assertThat(offer("after: 500% of cycle").after()).isEqualTo(new After.Cycle(500));
    }

    @Test
    void a_step_with_a_date_needs_no_other_time() {
        assertThat(offer("date: 12-05..12-16")).satisfies(step -> {
            assertThat(step.after()).isEqualTo(After.NOTHING);
            assertThat(step.window().dates()).isEqualTo(new Dates.Yearly(MonthDay.of(12, 5), MonthDay.of(12, 16)));
        });
        assertThat(offer("date: 2020-03-05..2020-03-09").window().dates())
                .isEqualTo(new Dates.Once(LocalDate.of(2020, 3, 5), LocalDate.of(2020, 3, 9)));
    }

    @Test
    void a_lead_that_moves_in_may_have_to_wait_for_the_first_step() {
        assertThat(read(with("email: welcome", "after: 7d↵    email: welcome"))
                        .steps()
                        .getFirst()
                        .after())
                .isEqualTo(new After.Previous(new Delay.Days(7)));
    }

    @Test
    void a_single_time_means_the_half_hour_from_it() {
        assertThat(offer("after: 3d↵    at: 10:00").window())
                .isEqualTo(new Window(Set.of(), LocalTime.of(10, 0), LocalTime.of(10, 30), null));
        assertThat(offer("after: 3d↵    at: \"9:30-11:00\"").window())
                .isEqualTo(new Window(Set.of(), LocalTime.of(9, 30), LocalTime.of(11, 0), null));
    }

    @Test
    void on_what_a_touch_depends() {
        Turn turn = offer("""
                after: 3d
                    when:
                      source: website
                      country: [de, AT]
                      language: EN
                      value: ">= 5000.50"
                      score: "<10"
                      has: [email, conversation]
                      reachable: [email, post]
                      attributes: { industry: [bakery, dairy], size: small }
                      clicked: [welcome, winter]
                    unless:
                      answered: { call: [Not interested, no-answer] }""").turn();
        assertThat(turn.terms())
                .isEqualTo(new Terms(
                        List.of(
                                new Term.Is(Fact.SOURCE, Set.of("website")),
                                new Term.Is(Fact.COUNTRY, Set.of("DE", "AT")),
                                new Term.Is(Fact.LANGUAGE, Set.of("en")),
                                new Term.Value(Comparison.AT_LEAST, new BigDecimal("5000.50")),
                                new Term.Score(Comparison.LESS, 10),
                                new Term.Has(Set.of(Known.EMAIL, Known.CONVERSATION)),
                                new Term.Reachable(Set.of(Medium.EMAIL, Medium.POST)),
                                new Term.Attribute("industry", Set.of("bakery", "dairy")),
                                new Term.Attribute("size", Set.of("small")),
                                new Term.Clicked(Set.of("welcome", "winter"))),
                        List.of(new Term.Answered("call", Set.of("not-interested", "no-answer")))));
    }

    @Test
    void each_turn_of_a_phase_has_its_own_terms() {
        Phase phase = read(with("rotate: [ { email: { from: library } }", """
                        on: thu, at: "10:00-12:00", rotate: [
                            { when: { clicked: later }, email: { from: library, topics: law, template: brief },
                              else: { note: "Write two lines.", reason: nobody else does } }"""))
                .phases()
                .getLast();
        assertThat(phase.window())
                .isEqualTo(new Window(EnumSet.of(THURSDAY), LocalTime.of(10, 0), LocalTime.of(12, 0), null));
        assertThat(phase.rotation())
                .containsExactly(
                        new Turn(
                                new Terms(List.of(new Term.Clicked(Set.of("later"))), List.of()),
                                new Action.FromLibrary(Channel.EMAIL, "brief", Set.of("law")),
                                new Action.Fixed(
                                        Channel.NOTE, Content.say("Write two lines.", null), "nobody else does")),
                        Turn.of(new Action.FromLibrary(Channel.CALL, "library-item", Set.of())));
    }

    @Test
    void the_reason_of_a_call_may_come_from_the_library() {
        Turn turn = read(with("call: { from: library }", "call: { reason: library, topics: [market] }"))
                .phases()
                .getLast()
                .rotation()
                .getLast();
        assertThat(turn).isEqualTo(Turn.of(new Action.FromLibrary(Channel.CALL, "library-item", Set.of("market"))));
    }

    @Test
    void a_season_comes_within_its_dates() {
        Dates.Yearly dates = new Dates.Yearly(MonthDay.of(12, 5), MonthDay.of(12, 16));
        assertThat(read(with("12-05..12-16,", "12-05..12-16, on: thu,")).seasons())
                .containsExactly(new Season(
                        "winter",
                        dates,
                        new Window(EnumSet.of(THURSDAY), null, null, dates),
                        Turn.of(new Action.FromLibrary(Channel.CARD, "library-item", Set.of()))));
    }

    @Test
    void a_machine_fills_a_template_and_a_person_is_told_what_to_do() {
        assertThat(offer("after: 3d").turn().action())
                .isEqualTo(new Action.Fixed(Channel.LETTER, Content.template("offer"), "it is due"));
        assertThat(read(with("letter: offer", "letter: { template: offer }"))).isEqualTo(read(PLAN));
        assertThat(read(with("letter: offer", "gift: A jar of honey."))
                        .steps()
                        .getLast()
                        .turn()
                        .action())
                .isEqualTo(new Action.Fixed(Channel.GIFT, Content.say("A jar of honey.", null), "it is due"));
        assertThat(read(PLAN).steps().get(1).turn().action())
                .isEqualTo(new Action.Fixed(Channel.CALL, Content.say("Ask", 3), "Ask"));
    }

    private static Step offer(String when) {
        return read(with("after: 3d", when)).steps().getLast();
    }
}
