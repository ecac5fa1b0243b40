package dev.seventouch.engine.enrollment;

import static dev.seventouch.engine.enrollment.Journey.ADA;
import static dev.seventouch.engine.enrollment.Journey.ADA_ID;
import static dev.seventouch.engine.enrollment.Journey.MONDAY_9AM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.engine.cadence.Action;
import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.engine.cadence.Delay;
import dev.seventouch.engine.cadence.Phase;
import dev.seventouch.engine.cadence.Turn;
import dev.seventouch.engine.policy.Window;
import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.signal.Signal;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.Content;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ForecastTest {
    private static final Turn EMAIL = Turn.of(Journey.FROM_LIBRARY);
    private static final Turn CALL = Turn.of(new Action.Fixed(Channel.CALL, Content.say("Ask", 5), "they asked"));

    @Test
    void it_is_dry_after_as_many_rounds_as_there_are_items_left() {
        Journey ada = untilTheFirstRound(plan(EMAIL));
        Instant first = ada.next().dueAt();
        assertThat(dryAt(ada)).isEqualTo(first.plus(Duration.ofDays(30 * 14)));
        ada.wake().lastIsHandedOver();
        assertThat(dryAt(ada))
                .as("one is gone, and a round has passed")
                .isEqualTo(ada.next().dueAt().plus(Duration.ofDays(30 * 13)));
    }

    @Test
    void what_else_of_the_round_takes_of_the_same_topics_is_counted() {
        assertThat(spanOf(plan(EMAIL, CALL))).isEqualTo(Duration.ofDays(60 * 14));
        assertThat(spanOf(plan(EMAIL, EMAIL))).isEqualTo(Duration.ofDays(60 * 14 / 2));
        Turn elsewhere = Turn.of(new Action.FromLibrary(Channel.EMAIL, "library-item", Set.of("winter")));
        assertThat(spanOf(plan(elsewhere, EMAIL)))
                .as("there is nothing on winter")
                .isZero();
    }

    @Test
    void who_wishes_for_less_has_longer_of_it() {
        Journey ada = untilTheFirstRound(plan(EMAIL));
        ada.tell(new Signal.Preferred(ADA_ID, true, Set.of(), Set.of(), ada.now));
        assertThat(Duration.between(ada.next().dueAt(), dryAt(ada))).isEqualTo(Duration.ofDays(60 * 14));
    }

    @Test
    void what_comes_once_or_is_not_from_the_library_is_never_dry() {
        Journey ada = new Journey(Journey.catalogue(plan(CALL)))
                .tell(new Input.Captured(new LeadEvent.Captured(ADA, MONDAY_9AM)))
                .lastIsHandedOver();
        assertThat(Forecast.dryAt(ada.active(), ada.next(), Journey.catalogue(plan(CALL))))
                .isEmpty();
    }

    /** Never told later than it happens: the owner is asked for a reason on that day or after it. */
    @Test
    void it_warns_in_time() {
        for (Cadence plan : List.of(plan(EMAIL), plan(EMAIL, EMAIL), plan(EMAIL, CALL))) {
            Journey ada = untilTheFirstRound(plan);
            Instant told = dryAt(ada, plan);
            while (!asksForAReason(ada)) {
                assertThat(ada.now).as("the end of the test").isBefore(told.plus(Duration.ofDays(3650)));
                ada.wake().lastIsHandedOver();
            }
            assertThat(ada.now).isAfterOrEqualTo(told);
        }
    }

    private static boolean asksForAReason(Journey ada) {
        String say = ada.last().content().say();
        return say != null && say.startsWith("Find a reason");
    }

    private static Duration spanOf(Cadence plan) {
        Journey ada = untilTheFirstRound(plan);
        return Duration.between(ada.next().dueAt(), dryAt(ada, plan));
    }

    private static Instant dryAt(Journey ada) {
        return dryAt(ada, plan(EMAIL));
    }

    private static Instant dryAt(Journey ada, Cadence plan) {
        return Forecast.dryAt(ada.active(), ada.next(), Journey.catalogue(plan)).orElseThrow();
    }

    private static Journey untilTheFirstRound(Cadence plan) {
        return new Journey(Journey.catalogue(plan))
                .tell(new Input.Captured(new LeadEvent.Captured(ADA, MONDAY_9AM)))
                .lastIsHandedOver();
    }

    /** A welcome, then these in turn, every thirty days. */
    private static Cadence plan(Turn... rotation) {
        return new Cadence(
                Journey.PLAN.ref(),
                Journey.PLAN.entry(),
                Duration.ofDays(45),
                Journey.RULES,
                Journey.PLAN.steps().subList(0, 1),
                List.of(new Phase("later", new Delay.Days(30), null, Window.ANY, List.of(rotation))),
                List.of());
    }
}
