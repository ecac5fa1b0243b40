package dev.seventouch.desk.timeline;

import dev.seventouch.desk.lead.Ending;
import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.outcome.TouchOutcome;
import dev.seventouch.events.schedule.ScheduleEvent;
import dev.seventouch.events.signal.Signal;
import dev.seventouch.events.touch.TouchEvent;
import dev.seventouch.events.touch.TouchId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing to write into a lead's timeline. */
public sealed interface Note {
    LeadId lead();

    /** @param first whether it came on the lane of first touches */
    record Due(TouchEvent.Due due, boolean first) implements Note {
        @Override
        public LeadId lead() {
            return due.touch().lead();
        }
    }

    record CameOut(TouchOutcome outcome) implements Note {
        @Override
        public LeadId lead() {
            return outcome.touch().lead();
        }
    }

    /**
     * Something that is no touch.
     *
     * @param what in words, without personal data
     * @param touch the touch it answers, if any
     * @param at house time
     */
    record Happened(
            LeadId lead,
            Kind kind,
            String type,
            String what,
            @Nullable TouchId touch,
            Instant at) implements Note {}

    /** What sort of thing happened. */
    enum Kind {
        CAPTURE,
        SIGNAL,
        END
    }

    static Note of(LeadEvent event) {
        return switch (event) {
            case LeadEvent.Captured(var lead, var at, var _, var _, var _, var _, var _) ->
                new Happened(
                        lead.id(),
                        Kind.CAPTURE,
                        "captured",
                        "left its details: " + lead.origin().source(),
                        null,
                        at);
        };
    }

    static Note of(Signal signal) {
        Said said = Said.of(signal);
        return new Happened(signal.lead(), Kind.SIGNAL, said.type(), said.words(), said.touch(), signal.at());
    }

    /** A plan is shown as what comes next; only its end is part of the story. */
    static List<Note> of(ScheduleEvent event) {
        return switch (event) {
            case ScheduleEvent.Planned _ -> List.of();
            case ScheduleEvent.Ended(var lead, var why, var at) ->
                List.of(new Happened(
                        lead, Kind.END, "ended", "automatic touches ended: " + Ending.words(why), null, at));
        };
    }
}
