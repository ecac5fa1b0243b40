package dev.seventouch.desk.forecast;

import dev.seventouch.desk.lead.KnownLead;
import dev.seventouch.desk.lead.Plan;
import dev.seventouch.desk.page.Rank;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.schedule.ScheduleEvent;
import dev.seventouch.events.touch.Channel;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A lead for which the library runs dry.
 *
 * @param step the key of the step that comes next for it
 * @param channel the channel of that step
 * @param at when there will be nothing left that it has not had, in house time
 */
public record DryLead(LeadId lead, String step, Channel channel, Instant at) {

    public static Optional<DryLead> of(ScheduleEvent event) {
        return of(event.lead(), Plan.of(event));
    }

    /** Whoever was erased is on no list. */
    static Optional<DryLead> of(KnownLead lead) {
        return lead.erased() ? Optional.empty() : of(lead.id(), lead.plan());
    }

    private static Optional<DryLead> of(LeadId lead, @Nullable Plan plan) {
        return plan instanceof Plan.Next next && next.dryAt() != null
                ? Optional.of(new DryLead(lead, next.step(), next.channel(), next.dryAt()))
                : Optional.empty();
    }

    /** The day in UTC. */
    public LocalDate day() {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    /** The place among all of them: the soonest first. */
    String rank() {
        return Rank.ascending(at, lead.value());
    }
}
