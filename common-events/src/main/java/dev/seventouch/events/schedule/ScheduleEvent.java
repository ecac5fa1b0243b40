package dev.seventouch.events.schedule;

import static java.util.Objects.requireNonNull;

import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.touch.TouchRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is on the topic {@code schedule}: per lead, the latest is what holds. */
public sealed interface ScheduleEvent {
    LeadId lead();

    Instant at();

    /**
     * @param why why it is then, in words
     * @param dryAt when the library will have nothing left that this lead has not had, if nothing is added to it; null
     *     where that is not in sight
     */
    record Planned(
            LeadId lead,
            TouchRef touch,
            Instant dueAt,
            String why,
            @Nullable Instant dryAt,
            Instant at) implements ScheduleEvent {
        public Planned {
            requireNonNull(lead, "lead");
            requireNonNull(touch, "touch");
            requireNonNull(dueAt, "dueAt");
            requireNonNull(why, "why");
            requireNonNull(at, "at");
        }
    }

    /** No automatic touch will follow. */
    record Ended(LeadId lead, String why, Instant at) implements ScheduleEvent {
        public Ended {
            requireNonNull(lead, "lead");
            requireNonNull(why, "why");
            requireNonNull(at, "at");
        }
    }
}
