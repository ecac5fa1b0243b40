package dev.seventouch.desk.lead;

import static dev.seventouch.desk.Given.MONDAY_9;
import static dev.seventouch.desk.Given.leadId;
import static dev.seventouch.desk.Given.touch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.Medium;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KnownLeadTest {
    private static final Instant LATER = MONDAY_9.plusSeconds(60);
    private static final Set<Medium> NOTHING = Set.of();
    private static final Set<Medium> EVERYTHING = EnumSet.allOf(Medium.class);

    @Test
    void a_lead_is_active_until_something_says_otherwise() {
        assertThat(state(Map.of(), NOTHING, null)).isEqualTo(LeadState.ACTIVE);
        assertThat(state(Map.of(), NOTHING, next(MONDAY_9))).isEqualTo(LeadState.ACTIVE);
        assertThat(state(Map.of(), NOTHING, end())).isEqualTo(LeadState.ENDED);
    }

    @Test
    void stop_outweighs_all_else_but_only_when_it_means_everything() {
        assertThat(state(Map.of(Mark.READY_TO_BUY, LATER), EVERYTHING, end())).isEqualTo(LeadState.UNSUBSCRIBED);
        assertThat(state(Map.of(), EnumSet.of(Medium.EMAIL), next(MONDAY_9))).isEqualTo(LeadState.ACTIVE);
    }

    @Test
    void ready_to_buy_holds_until_a_touch_is_planned_again() {
        Map<Mark, Instant> ready = Map.of(Mark.READY_TO_BUY, MONDAY_9);
        assertThat(state(ready, NOTHING, end())).isEqualTo(LeadState.READY_TO_BUY);
        assertThat(state(ready, NOTHING, next(MONDAY_9.minusSeconds(1)))).isEqualTo(LeadState.READY_TO_BUY);
        assertThat(state(ready, NOTHING, next(LATER))).isEqualTo(LeadState.ACTIVE);
    }

    @Test
    void who_bought_after_being_ready_has_bought() {
        assertThat(state(Map.of(Mark.READY_TO_BUY, MONDAY_9, Mark.CONVERTED, LATER), NOTHING, end()))
                .isEqualTo(LeadState.CONVERTED);
        assertThat(state(Map.of(Mark.READY_TO_BUY, LATER, Mark.CONVERTED, MONDAY_9), NOTHING, end()))
                .isEqualTo(LeadState.READY_TO_BUY);
    }

    @Test
    void a_break_lasts_until_it_is_over() {
        assertThat(state(Map.of(Mark.PAUSED, MONDAY_9), NOTHING, next(LATER))).isEqualTo(LeadState.PAUSED);
        assertThat(state(Map.of(Mark.PAUSED, MONDAY_9, Mark.RESUMED, LATER), NOTHING, next(LATER)))
                .isEqualTo(LeadState.ACTIVE);
    }

    private static LeadState state(Map<Mark, Instant> marks, Set<Medium> forbidden, @Nullable Plan plan) {
        return new KnownLead(leadId(1), null, marks, forbidden, plan, false).state();
    }

    private static Plan next(Instant plannedAt) {
        return new Plan.Next(
                touch(leadId(1), "letter", 1, Channel.LETTER).id(),
                "letter",
                Channel.LETTER,
                plannedAt.plusSeconds(3600),
                "why",
                null,
                plannedAt);
    }

    private static Plan end() {
        return new Plan.End("why", LATER);
    }
}
