package dev.seventouch.desk.lead;

import dev.seventouch.events.schedule.ScheduleEvent;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.TouchId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What comes next for a lead. All instants are house time. */
public sealed interface Plan {
    /** When it was planned so. */
    Instant at();

    static Plan of(ScheduleEvent event) {
        return switch (event) {
            case ScheduleEvent.Planned planned ->
                new Next(
                        planned.touch().id(),
                        planned.touch().step(),
                        planned.touch().channel(),
                        planned.dueAt(),
                        planned.why(),
                        planned.dryAt(),
                        planned.at());
            case ScheduleEvent.Ended ended -> new End(ended.why(), ended.at());
        };
    }

    /**
     * @param why why it is then, in words
     * @param dryAt when the library will have nothing left for this lead, if nothing is added; null where not in sight
     */
    record Next(
            TouchId touch,
            String step,
            Channel channel,
            Instant dueAt,
            String why,
            @Nullable Instant dryAt,
            Instant at) implements Plan {}

    /**
     * No automatic touch will follow.
     *
     * @param why by its name on the wire; {@link Ending} has the words
     */
    record End(String why, Instant at) implements Plan {}
}
