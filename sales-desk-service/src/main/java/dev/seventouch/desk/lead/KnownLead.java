package dev.seventouch.desk.lead;

import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.touch.Medium;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that the desk knows of a lead.
 *
 * @param facts null if the lead was erased, or if its capture has not been read yet
 * @param marks when it last did or said each, in house time
 * @param forbidden the media the lead does not want to be touched by
 * @param plan null until the first plan is read
 */
public record KnownLead(
        LeadId id,
        @Nullable Facts facts,
        Map<Mark, Instant> marks,
        Set<Medium> forbidden,
        @Nullable Plan plan,
        boolean erased) {

    public LeadState state() {
        if (forbidden.containsAll(EnumSet.allOf(Medium.class))) {
            return LeadState.UNSUBSCRIBED;
        }
        Instant ready = last(Mark.READY_TO_BUY);
        Instant converted = last(Mark.CONVERTED);
        Instant planned = plan instanceof Plan.Next next ? next.at() : Instant.MIN;
        if (converted.isAfter(planned) && !converted.isBefore(ready)) {
            return LeadState.CONVERTED;
        }
        if (ready.isAfter(planned)) {
            return LeadState.READY_TO_BUY;
        }
        if (plan instanceof Plan.End) {
            return LeadState.ENDED;
        }
        return last(Mark.PAUSED).isAfter(last(Mark.RESUMED)) ? LeadState.PAUSED : LeadState.ACTIVE;
    }

    /** The name to show: the person's, else the company's, else the address. */
    public String displayName() {
        if (facts == null) {
            return "A lead not known yet";
        }
        if (facts.name() != null) {
            return facts.name();
        }
        if (facts.company() != null) {
            return facts.company();
        }
        return facts.email() != null ? facts.email() : "A lead without a name";
    }

    public Plan.@Nullable Next next() {
        return plan instanceof Plan.Next next ? next : null;
    }

    private Instant last(Mark mark) {
        return marks.getOrDefault(mark, Instant.MIN);
    }
}
