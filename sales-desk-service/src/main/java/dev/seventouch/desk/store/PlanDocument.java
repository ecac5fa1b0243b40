package dev.seventouch.desk.store;

import dev.seventouch.desk.lead.Plan;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.TouchId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What comes next, as it is kept. Without a touch it is the end. */
public record PlanDocument(
        @Nullable String touch,
        @Nullable String step,
        @Nullable Channel channel,
        @Nullable Instant dueAt,
        String why,
        @Nullable Instant dryAt,
        Instant at) {

    static PlanDocument of(Plan plan) {
        return switch (plan) {
            case Plan.Next(var touch, var step, var channel, var dueAt, var why, var dryAt, var at) ->
                new PlanDocument(touch.value(), step, channel, dueAt, why, dryAt, at);
            case Plan.End(var why, var at) -> new PlanDocument(null, null, null, null, why, null, at);
        };
    }

    Plan plan() {
        return touch == null || step == null || channel == null || dueAt == null
                ? new Plan.End(why, at)
                : new Plan.Next(new TouchId(touch), step, channel, dueAt, why, dryAt, at);
    }
}
