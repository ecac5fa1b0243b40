package dev.seventouch.engine.simulation;

import static dev.seventouch.engine.simulation.Stage.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seventouch.engine.cadence.Ending;
import dev.seventouch.engine.enrollment.Enrollment;
import dev.seventouch.engine.simulation.SampleLead.Unknown;
import dev.seventouch.events.touch.Recipient;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulationTest {
    private static final String WELCOME = """
            steps:
              - { key: welcome, email: welcome, reason: they asked }
            """;
    private static final String TWO = WELCOME + """
              - { key: call, after: 1d, call: { say: Ask, minutes: 5 } }
            """;

    private static List<String> lines(Calendar calendar) {
        return calendar.lines().stream().map(Stage::words).toList();
    }

    // ---- when

    @Test
    void the_first_touch_is_at_once_and_the_others_tell_from_what_they_count() {
        Calendar calendar = Stage.of(TWO + """
                  - { key: letter, after: 14d from capture, letter: intro, reason: paper }
                  - { key: note, after: 50% of cycle, note: Thank them }
                """).until("2026-12-20T00:00").play();
        assertThat(lines(calendar))
                .containsExactly(
                        "2026-11-02 welcome | at once | as the plan says",
                        "2026-11-03 call | 1d after welcome | as the plan says",
                        "2026-11-16 letter | 14d from the start | as the plan says",
                        "2026-11-25 note | 50% of the cycle of 45d, not 2026-11-24: within contact hours | as the plan says");
        assertThat(calendar.touches().findFirst().orElseThrow().at()).isEqualTo(at("2026-11-02T10:00"));
    }

    @Test
    void a_first_touch_that_is_let_out_at_a_rate_tells_of_its_hours() {
        String list = TWO.replace("steps:", "limits: { release: 600/h, release-first: yes }\nsteps:");
        assertThat(lines(Stage.of(list)
                        .from("2026-11-07T03:00")
                        .until("2026-11-10T00:00")
                        .play()))
                .containsExactly(
                        "2026-11-09 welcome | at once within contact hours, not 2026-11-07: within contact hours | as the plan says");
        Calendar early = Stage.of(list)
                .from("2026-11-02T03:00")
                .until("2026-11-03T00:00")
                .play();
        assertThat(lines(early))
                .containsExactly("2026-11-02 welcome | at once within contact hours | as the plan says");
        assertThat(early.touches().findFirst().orElseThrow().at()).isAfter(at("2026-11-02T09:00"));
    }

    @Test
    void the_end_is_exclusive() {
        Stage stage = Stage.of(TWO);
        Line call = stage.play().lines().get(1);
        Scenario upToTheCall = new Scenario(stage.lead(), at("2026-11-02T10:00"), call.at());
        assertThat(Simulation.run(stage.world(), upToTheCall).lines()).hasSize(1);
        Scenario andTheCall =
                new Scenario(stage.lead(), at("2026-11-02T10:00"), call.at().plusSeconds(1));
        assertThat(Simulation.run(stage.world(), andTheCall).lines()).hasSize(2);
    }

    @Test
    void a_touch_that_is_moved_tells_from_which_day_and_why() {
        assertThat(lines(Stage.of(TWO)
                        .from("2026-12-23T10:00")
                        .until("2027-01-30T00:00")
                        .play()))
                .containsExactly(
                        "2026-12-23 welcome | at once | as the plan says",
                        "2027-01-07 call | 1d after welcome, not 2026-12-24: a quiet day | as the plan says");
        assertThat(lines(Stage.of(TWO)
                                .from("2027-05-05T10:00")
                                .until("2027-05-30T00:00")
                                .play())
                        .getLast())
                .startsWith("2027-05-07 call | 1d after welcome, not 2027-05-06: off Ascension");
        assertThat(lines(Stage.of(TWO)
                                .from("2026-11-06T10:00")
                                .until("2026-11-30T00:00")
                                .play())
                        .getLast())
                .startsWith("2026-11-09 call | 1d after welcome, not 2026-11-07: within contact hours");
        String gap = TWO.replace("steps:", "limits: { gap: 40h }\nsteps:");
        assertThat(lines(Stage.of(gap).until("2026-11-30T00:00").play()).getLast())
                .startsWith("2026-11-04 call | 1d after welcome, not 2026-11-03: at least 40 h after the touch before");
        String cap = TWO.replace("steps:", "limits: { per-week: 1 }\nsteps:");
        assertThat(lines(Stage.of(cap).until("2026-11-30T00:00").play()).getLast())
                .startsWith("2026-11-09 call | 1d after welcome, not 2026-11-03: no more than 1 touch in a week");
        String day = TWO.replace("after: 1d,", "after: 1d, on: thu,");
        assertThat(lines(Stage.of(day).until("2026-11-30T00:00").play()).getLast())
                .startsWith("2026-11-05 call | 1d after welcome, not 2026-11-03: on its day of the week");
        String season = TWO.replace("after: 1d,", "after: 1d, date: 11-20..11-30,");
        assertThat(lines(Stage.of(season).until("2026-11-30T00:00").play()).getLast())
                .startsWith("2026-11-20 call | 1d after welcome, not 2026-11-03: in its season");
    }

    @Test
    void phases_and_seasons_tell_how_often_they_come() {
        List<String> lines =
                lines(Stage.of(WELCOME + """
                then:
                  - { key: later, every: 30d, letter: { from: library } }
                seasons:
                  - { key: year-end, date: 12-05..12-16, card: thanks, reason: the year ends }
                """).until("2026-12-30T00:00").play());
        assertThat(lines.get(1)).startsWith("2026-12-02 later | every 30d | nothing left by letter");
        assertThat(lines.get(2)).isEqualTo("2026-12-07 year-end | every year 12-05..12-16 | as the plan says");
    }

    // ---- what

    @Test
    void a_library_item_tells_of_how_many_it_is_the_best() {
        String plan = """
                steps:
                  - { key: welcome, email: welcome, reason: they asked }
                  - { key: useful, after: 1d, email: { from: library, topics: [law, market] } }
                """;
        Calendar calendar = Stage.of(plan)
                .item("old", 9, LocalDate.parse("2026-11-01"), "law")
                .item("a", 1, "law")
                .item("b", 7, "market")
                .item("c", 8, "product")
                .until("2026-11-30T00:00")
                .play();
        assertThat(lines(calendar).get(1)).endsWith("useful | 1d after welcome | best of 2 on law, market");
        assertThat(calendar.touches().toList().get(1).due().content().item()).isEqualTo("b");
    }

    @Test
    void where_the_library_has_nothing_left_a_person_is_asked() {
        Calendar calendar =
                Stage.of("""
                steps:
                  - { key: one, email: { from: library } }
                  - { key: two, after: 1d, email: { from: library } }
                """).item("only", 1).until("2026-11-30T00:00").play();
        assertThat(lines(calendar))
                .containsExactly(
                        "2026-11-02 one | at once | best of 1",
                        "2026-11-03 two | 1d after one | nothing left by email, so a person is asked");
        assertThat(calendar.touches().toList().getLast().due().to()).isEqualTo(Recipient.OWNER);
    }

    @Test
    void conditions_are_told_whether_they_hold_or_not() {
        String plan = WELCOME + """
                  - { key: visit, after: 1d, when: { value: ">= 5000", has: [phone] }, visit: Go, else: { letter: offer, reason: three figures } }
                  - { key: call, after: 1d, unless: { country: DE }, call: Ask }
                """;
        Stage poor = Stage.of(plan).until("2026-11-30T00:00");
        assertThat(lines(poor.play()).subList(1, 3))
                .containsExactly(
                        "2026-11-03 visit | 1d after welcome | else, as value is not >= 5000",
                        "2026-11-04 call passed over: it is not for this lead: country is DE");
        LeadFacts rich = new LeadFacts(
                poor.lead().contact(), null, null, null, new java.math.BigDecimal(9000), java.util.Map.of());
        assertThat(lines(poor.lead(rich.over(poor.lead())).play()).get(1))
                .isEqualTo("2026-11-03 visit | 1d after welcome | as value is >= 5000, phone known");
    }

    // ---- why not

    @Test
    void what_does_not_come_tells_why() {
        assertThat(lines(Stage.of(WELCOME + """
                  - { key: letter, after: 1d, letter: intro, reason: paper }
                  - { key: fair, after: 1d, date: 2026-10-30, email: fair, reason: the fair }
                """)
                        .without(Unknown.ADDRESS)
                        .until("2026-11-30T00:00")
                        .play()))
                .containsExactly(
                        "2026-11-02 welcome | at once | as the plan says",
                        "2026-11-03 letter passed over: no complete postal address is known",
                        "2026-11-04 fair passed over: its date has passed");
    }

    // ---- what the lead does

    @Test
    void a_reply_holds_the_plan_and_the_touch_after_it_tells_so() {
        assertThat(lines(Stage.of(TWO.replace("after: 1d", "after: 3d"))
                        .script("- { after: 2d, signal: replied }")
                        .until("2026-11-30T00:00")
                        .play()))
                .containsExactly(
                        "2026-11-02 welcome | at once | as the plan says",
                        "2026-11-04 » replied → a task for the owner, 2026-11-04 10:00; held until 2026-11-07 10:00: the lead replied; score 20",
                        "2026-11-04 reply | at once | beside the plan",
                        "2026-11-09 call | 3d after welcome, not 2026-11-05: the lead replied | as the plan says");
    }

    @Test
    void everything_a_lead_can_do_is_told_and_has_its_consequence() {
        assertThat(told("- { after: 1h, signal: unsubscribed }")).contains("» unsubscribed → ", "ended STOPPED");
        assertThat(told("- { after: 1h, signal: unsubscribed, media: [phone] }"))
                .contains("nothing more by phone: the lead said so");
        assertThat(told("- { after: 1h, signal: ready-to-buy }")).contains("ended READY_TO_BUY");
        assertThat(told("- { after: 1h, signal: complained }")).contains("ended STOPPED");
        assertThat(told("- { after: 1h, signal: converted }")).contains("ended CONVERTED");
        assertThat(told("- { after: 1h, signal: auto-replied }")).contains("» auto replied → ");
        assertThat(told("- { after: 1h, signal: bounced, medium: email }"))
                .contains("nothing more by email: what was sent came back; a task for the owner, ");
        assertThat(told("- { after: 1h, signal: bounced, permanent: no }")).contains("1 in a row came back by email");
        assertThat(told("- { step: welcome, after: 1h, signal: opened }")).contains("» opened, of welcome → score 1");
        assertThat(told("- { step: welcome, after: 1h, signal: clicked }")).contains("» clicked, of welcome → score 5");
        assertThat(told("- { after: 1h, signal: conversation, said: Hello }"))
                .contains("» conversation → facts learned; held until 2026-11-05 11:00: a person spoke with the lead");
        assertThat(told("- { after: 1h, signal: conversation, next: { channel: visit, after: 5d } }"))
                .contains("next step agreed: visit → a task for the owner, 2026-11-07 11:00; held until")
                .contains("agreed | in its time".replace("in its time", "at once"));
        assertThat(told("- { after: 1h, signal: paused, until: 2026-12-01 }"))
                .contains("» paused → held until 2026-12-01 00:00: the lead asked for a pause");
        assertThat(told("- { after: 1h, signal: paused, for: 7d }")).contains("held until 2026-11-09 11:00");
        assertThat(told("- { after: 1h, signal: resumed }")).contains("» resumed → the lead takes up again");
        assertThat(told("- { after: 1h, signal: preferences, lessOften: yes, media: [email], topics: [law] }"))
                .contains("wishes less often, by email, on law");
        assertThat(told("- { step: call, after: 1h, signal: answered, answer: not interested }"))
                .contains("» answered not-interested, of call → call answered not-interested");
        assertThat(told("- { after: 1h, signal: captured, lead: { email: new@example.com } }"))
                .contains("» captured again → facts learned");
        assertThat(told("- { after: 1h, signal: confirmed }")).contains("» confirmed → ");
    }

    private static String told(String script) {
        return String.join(
                "\n",
                lines(Stage.of(TWO).script(script).until("2026-12-10T00:00").play()));
    }

    @Test
    void what_was_answered_decides_what_comes() {
        String plan = TWO + """
                  - { key: offer, after: 2d, unless: { answered: { call: not interested } }, letter: offer, reason: three figures }
                """;
        assertThat(lines(Stage.of(plan).until("2026-11-12T00:00").play()).getLast())
                .contains("offer | 2d after call | as call is not answered not-interested");
        assertThat(lines(Stage.of(plan)
                                .script("- { step: call, signal: answered, answer: not interested }")
                                .until("2026-11-12T00:00")
                                .play())
                        .getLast())
                .contains("offer passed over: it is not for this lead: call is answered not-interested");
    }

    @Test
    void a_conversation_is_known_of_the_lead_afterwards() {
        String plan = WELCOME + """
                  - { key: note, after: 2d, when: { has: [conversation] }, note: Thank them }
                """;
        assertThat(lines(Stage.of(plan).until("2026-11-12T00:00").play()).getLast())
                .contains("note passed over");
        assertThat(lines(Stage.of(plan)
                                .script("- { after: 1h, signal: conversation, said: Hello }")
                                .until("2026-11-12T00:00")
                                .play())
                        .getLast())
                .contains("the lead | as conversation known");
    }

    @Test
    void a_sale_goes_on_among_the_customers_with_all_that_was_had() {
        Calendar calendar = Stage.of(WELCOME.replace("steps:", "customers: loyalty\nsteps:"))
                .published("loyalty", "customer", """
                        steps:
                          - { key: thanks, email: { from: library } }
                        """)
                .item("only", 1)
                .script("- { after: 1d, signal: converted }")
                .until("2026-11-30T00:00")
                .play();
        assertThat(lines(calendar))
                .containsExactly(
                        "2026-11-02 welcome | at once | as the plan says",
                        "2026-11-03 » converted → ",
                        "2026-11-03 goes on by loyalty@1",
                        "2026-11-03 thanks | the first after the move | best of 1");
    }

    @Test
    void a_capture_that_waits_for_a_confirmation_gets_nothing_else() {
        assertThat(lines(Stage.of(TWO).toConfirm().play()))
                .containsExactly("2026-11-02 confirm | at once | to confirm", "2026-11-16 ended UNCONFIRMED");
        assertThat(lines(Stage.of(TWO)
                        .toConfirm()
                        .script("- { after: 3h, signal: confirmed }")
                        .until("2026-11-12T00:00")
                        .play()))
                .containsExactly(
                        "2026-11-02 confirm | at once | to confirm",
                        "2026-11-02 » confirmed → starts on plan@1",
                        "2026-11-02 welcome | at once | as the plan says",
                        "2026-11-03 call | 1d after welcome | as the plan says");
    }

    @Test
    void what_cannot_be_told_is_said_so() {
        assertThat(told("- { at: 2026-11-02T11:00, step: call, signal: answered, answer: interested }"))
                .contains("» answered interested, of call → nothing: there was no touch of call before");
        Calendar calendar = Stage.of(TWO).script("""
                        - { step: later, occurrence: 9, signal: clicked }
                        - { after: 900d, signal: replied }
                        - { step: later, occurrence: 8, outcome: failed }
                        """).play();
        assertThat(calendar.left())
                .containsExactly(
                        "clicked, of later #9: there was no touch of later #9",
                        "replied: only after the end",
                        "later #8 failed: the script says so: there was no touch of later #8");
    }

    // ---- what becomes of touches

    @Test
    void a_failure_for_good_closes_its_medium() {
        assertThat(lines(Stage.of(TWO + """
                          - { key: mail, after: 1d, email: more, reason: more }
                        """)
                        .script("- { step: welcome, outcome: failed, fault: lead, why: no such mailbox }")
                        .until("2026-11-12T00:00")
                        .play()))
                .containsExactly(
                        "2026-11-02 welcome | at once | as the plan says",
                        "2026-11-02 » welcome failed: no such mailbox → nothing more by email: no such mailbox; a task for the owner, 2026-11-02 10:00",
                        "2026-11-02 find-mail-address | at once | beside the plan",
                        "2026-11-03 call | 1d after welcome | as the plan says",
                        "2026-11-04 mail passed over: the lead is not to be reached by email");
    }

    @Test
    void what_is_deferred_comes_again_under_its_id() {
        Calendar calendar = Stage.of(TWO)
                .script("- { step: welcome, outcome: deferred, for: 3h }")
                .until("2026-11-12T00:00")
                .play();
        assertThat(lines(calendar).get(2))
                .isEqualTo("2026-11-02 welcome | at once, attempt 2 | as settled at the first attempt");
        List<Line.Touched> touches = calendar.touches().toList();
        assertThat(touches.get(1).at()).isEqualTo(at("2026-11-02T13:00"));
        assertThat(touches.get(1).due().touch().id())
                .isEqualTo(touches.get(0).due().touch().id());
    }

    @Test
    void what_is_skipped_counts_as_done() {
        assertThat(lines(Stage.of(TWO)
                        .script("- { step: welcome, outcome: skipped }")
                        .until("2026-11-12T00:00")
                        .play()))
                .hasSize(3)
                .last()
                .asString()
                .contains("call | 1d after welcome");
    }

    // ---- bounds

    @Test
    void it_stops_where_there_is_no_room_for_more_lines_and_says_so() {
        Calendar cut = Stage.of(TWO).atMost(1).play();
        assertThat(cut.complete()).isFalse();
        assertThat(cut.lines()).hasSize(1);
        assertThat(cut.until()).isBefore(at("2026-11-04T00:00"));
        assertThat(Stage.of(TWO).until("2026-11-12T00:00").play().complete()).isTrue();
    }

    @Test
    void it_tells_where_the_lead_stands_in_the_end_and_counts() {
        Calendar calendar = Stage.of(TWO).until("2026-11-12T00:00").play();
        assertThat(((Enrollment.Active) calendar.end()).next().place().key()).isEqualTo("later");
        assertThat(calendar.counts().toString()).isEqualTo("{EMAIL=1, CALL=1}");
        Calendar stopped =
                Stage.of(TWO).script("- { after: 1h, signal: complained }").play();
        assertThat(((Enrollment.Finished) stopped.end()).ending()).isEqualTo(Ending.STOPPED);
    }

    @Test
    void a_lead_that_no_cadence_takes_is_not_played() {
        Stage stage = Stage.of(TWO);
        assertThatThrownBy(() -> Simulation.run(
                        new dev.seventouch.engine.definition.Published(),
                        new Scenario(stage.lead(), at("2026-11-02T10:00"), at("2027-11-02T10:00"))))
                .hasMessage("no cadence takes the lead");
    }

    @Test
    void a_lead_that_ended_begins_anew_when_it_is_captured_again() {
        String plan = WELCOME.replace("steps:", "again: { after: [ready-to-buy] }\nsteps:");
        assertThat(lines(Stage.of(plan)
                        .script("- { after: 1d, signal: ready-to-buy }\n- { after: 9d, signal: captured }\n")
                        .until("2026-11-20T00:00")
                        .play()))
                .contains("2026-11-11 » captured again → starts on plan@1")
                .endsWith("2026-11-11 welcome | at once | as the plan says");
    }

    @Test
    void an_outcome_of_the_script_is_that_of_one_attempt() {
        Calendar calendar = Stage.of(WELCOME)
                .script(
                        "- { step: welcome, outcome: deferred, for: 3h }\n- { step: welcome, outcome: deferred, for: 1h }\n")
                .until("2026-11-20T00:00")
                .play();
        assertThat(calendar.touches().map(Line.Touched::at))
                .containsExactly(at("2026-11-02T10:00"), at("2026-11-02T13:00"), at("2026-11-02T14:00"));
    }

    @Test
    void what_only_moves_within_its_day_is_not_moved() {
        assertThat(lines(Stage.of(TWO)
                        .script("- { after: 1h, signal: paused, until: 2026-11-03T12:00 }")
                        .until("2026-11-12T00:00")
                        .play()))
                .endsWith("2026-11-03 call | 1d after welcome | as the plan says");
    }

    @Test
    void an_item_that_is_not_worth_sending_yet_does_not_count() {
        String plan = "steps: [ { key: one, email: { from: library } } ]\n";
        assertThat(lines(Stage.of(plan)
                        .item("now", 1)
                        .itemFrom("soon", LocalDate.parse("2026-12-01"))
                        .until("2026-11-12T00:00")
                        .play()))
                .containsExactly("2026-11-02 one | at once | best of 1");
    }
}
