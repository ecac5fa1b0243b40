package dev.seventouch.engine.enrollment;

import static dev.seventouch.engine.enrollment.Journey.ADA;
import static dev.seventouch.engine.enrollment.Journey.MONDAY_9AM;
import static dev.seventouch.engine.enrollment.Journey.PLAN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.engine.cadence.CadenceRef;
import dev.seventouch.engine.cadence.Delay;
import dev.seventouch.engine.cadence.Step;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.touch.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What becomes of those who are enrolled when the plan changes. */
class MigrationTest {
    private static final Step WELCOME = PLAN.steps().get(0);
    private static final Step CALL = PLAN.steps().get(1);
    private static final Step LETTER = PLAN.steps().get(2);

    private static Cadence second(Step... steps) {
        return new Cadence(
                new CadenceRef("plan", 2),
                PLAN.entry(),
                PLAN.cycle(),
                PLAN.rules(),
                List.of(steps),
                PLAN.phases(),
                PLAN.seasons());
    }

    private static Catalogue published(Cadence second, boolean migrate) {
        return new Journey.Shelf(List.of(PLAN, second), migrate ? Set.of(second.ref()) : Set.of());
    }

    private static Step extra(String key, int days) {
        return Journey.step(key, new Delay.Days(days), Journey.fixed(Channel.EMAIL, key));
    }

    @Test
    void to_finish_means_by_the_version_of_the_start() {
        Journey ada = Journey.ofAda().lastIsHandedOver();
        Touch next = ada.active().next();
        ada.published(published(second(WELCOME, extra("extra", 1)), false)).tell(new Input.Republished());
        assertThat(ada.active().cadence().version()).isEqualTo(1);
        assertThat(ada.active().next()).isEqualTo(next);
    }

    @Test
    void a_new_step_further_on_reaches_those_who_are_enrolled() {
        Journey ada = Journey.ofAda().lastIsHandedOver();
        Touch next = ada.active().next();
        ada.published(published(second(WELCOME, CALL, extra("extra", 2), LETTER), true))
                .tell(new Input.Republished());
        assertThat(ada.active().cadence().version()).isEqualTo(2);
        assertThat(ada.active().next()).isEqualTo(next);
        ada.wake().lastIsHandedOver();
        assertThat(ada.next().place().key()).isEqualTo("extra");
    }

    @Test
    void whoever_waits_for_a_step_that_is_gone_goes_on_with_what_follows() {
        Journey ada = Journey.ofAda().lastIsHandedOver();
        ada.published(published(second(WELCOME, LETTER), true)).tell(new Input.Republished());
        assertThat(ada.next().place().key()).isEqualTo("letter");
        assertThat(ada.touched).hasSize(1);
    }

    @Test
    void nobody_starts_again_even_if_every_step_that_was_done_is_gone() {
        Journey ada = Journey.ofAda().lastIsHandedOver();
        ada.published(published(second(extra("hello", 0), extra("other", 2)), true))
                .tell(new Input.Republished());
        assertThat(ada.next().place().key()).isEqualTo("other");
    }

    @Test
    void what_was_done_is_not_done_again_wherever_it_was_moved() {
        Journey ada = Journey.ofAda().lastIsHandedOver().wake().lastIsHandedOver();
        ada.published(published(second(WELCOME, LETTER, CALL), true)).tell(new Input.Republished());
        List<String> steps = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            ada.wake().lastIsHandedOver();
            steps.add(ada.last().touch().step());
        }
        assertThat(steps).doesNotContain("call").startsWith("letter");
    }

    @Test
    void a_touch_in_flight_is_left_alone() {
        Journey ada = Journey.ofAda();
        ada.published(published(second(WELCOME, LETTER), true)).tell(new Input.Republished());
        assertThat(ada.active().next()).isInstanceOf(Touch.InFlight.class);
        ada.lastIsHandedOver();
        assertThat(ada.next().place().key()).isEqualTo("letter");
    }

    @Test
    void what_would_be_late_by_the_new_plan_is_spread_over_days() {
        Cadence slow = second(
                WELCOME,
                new Step(
                        "letter",
                        new dev.seventouch.engine.cadence.After.Previous(new Delay.Days(60)),
                        LETTER.window(),
                        LETTER.turn()));
        Cadence quick = new Cadence(
                new CadenceRef("plan", 3),
                PLAN.entry(),
                PLAN.cycle(),
                PLAN.rules(),
                List.of(WELCOME, LETTER),
                PLAN.phases(),
                PLAN.seasons());
        Catalogue before = new Journey.Shelf(List.of(PLAN, slow), Set.of(slow.ref()));
        Catalogue after = new Journey.Shelf(List.of(PLAN, slow, quick), Set.of(quick.ref()));
        List<Instant> moments = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            LeadId id = new LeadId("%026d".formatted(i));
            Lead lead = new Lead(id, ADA.contact(), ADA.origin(), null, null, null);
            Journey one = new Journey(before)
                    .tell(new Input.Captured(new LeadEvent.Captured(lead, MONDAY_9AM)))
                    .lastIsHandedOver();
            Instant planned = one.next().dueAt();
            one.at(MONDAY_9AM.plus(Duration.ofDays(20))).published(after).tell(new Input.Republished());
            moments.add(one.next().dueAt());
            assertThat(one.next().dueAt()).isBeforeOrEqualTo(planned);
        }
        Instant now = MONDAY_9AM.plus(Duration.ofDays(20));
        assertThat(moments).allMatch(at -> at.isAfter(now) && at.isBefore(now.plus(Duration.ofDays(10))));
        assertThat(moments.stream()
                        .map(at -> at.atZone(Journey.BERLIN).toLocalDate())
                        .distinct())
                .hasSizeGreaterThanOrEqualTo(5);
    }
}
