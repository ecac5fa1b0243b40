package dev.seventouch.desk.lead;

import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.schedule.ScheduleEvent;
import dev.seventouch.events.signal.Signal;
import dev.seventouch.events.touch.Medium;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What an event changes in what is known of a lead. Each topic changes parts of its own, so the order in which topics are
 * read does not matter.
 */
public sealed interface LeadChange {
    LeadId lead();

    static LeadChange of(LeadEvent event) {
        return switch (event) {
            case LeadEvent.Captured captured ->
                new Captured(captured.lead().id(), Facts.of(captured.lead(), captured.at()));
        };
    }

    static LeadChange of(ScheduleEvent event) {
        return new Replanned(event.lead(), Plan.of(event));
    }

    static List<LeadChange> of(Signal signal) {
        return switch (signal) {
            case Signal.Unsubscribed stop -> List.of(new Forbade(stop.lead(), stop.from()));
            case Signal.Complained spam -> List.of(new Forbade(spam.lead(), EnumSet.of(Medium.EMAIL)));
            case Signal.ReadyToBuy ready -> List.of(new Marked(ready.lead(), Mark.READY_TO_BUY, ready.at()));
            case Signal.Converted(var lead, var at) -> List.of(new Marked(lead, Mark.CONVERTED, at));
            case Signal.Paused pause -> List.of(new Marked(pause.lead(), Mark.PAUSED, pause.at()));
            case Signal.Resumed(var lead, var at) -> List.of(new Marked(lead, Mark.RESUMED, at));
            case Signal.Confirmed _,
                    Signal.Replied _,
                    Signal.AutoReplied _,
                    Signal.Bounced _,
                    Signal.Opened _,
                    Signal.Clicked _,
                    Signal.Conversed _,
                    Signal.Preferred _ -> List.of();
        };
    }

    record Captured(LeadId lead, Facts facts) implements LeadChange {}

    /** Seen in a touch before its capture was read; what is known already stands, an erasure too. */
    record Glimpsed(LeadId lead, Facts facts) implements LeadChange {}

    record Marked(LeadId lead, Mark mark, Instant at) implements LeadChange {}

    record Forbade(LeadId lead, Set<Medium> media) implements LeadChange {}

    record Replanned(LeadId lead, Plan plan) implements LeadChange {}

    /** The person is forgotten; what stays is that the id was erased and what it forbade. */
    record Erased(LeadId lead) implements LeadChange {}
}
