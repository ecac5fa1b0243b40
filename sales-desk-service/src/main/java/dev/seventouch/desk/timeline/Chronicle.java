package dev.seventouch.desk.timeline;

import dev.seventouch.desk.forecast.DryLead;
import dev.seventouch.desk.forecast.LibraryForecast;
import dev.seventouch.desk.lead.LeadChange;
import dev.seventouch.desk.lead.Leads;
import dev.seventouch.desk.task.TaskList;
import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.outcome.TouchOutcome;
import dev.seventouch.events.schedule.ScheduleEvent;
import dev.seventouch.events.signal.Signal;
import dev.seventouch.events.touch.TouchEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what happened into all that the desk shows. Each method takes a batch of one topic, in its order; batches of
 * several topics may come in any order, and each may come again.
 */
public final class Chronicle {
    private static final Logger log = LoggerFactory.getLogger(Chronicle.class);

    private final Leads leads;
    private final TaskList tasks;
    private final Timelines timelines;
    private final LibraryForecast forecast;

    public Chronicle(Leads leads, TaskList tasks, Timelines timelines, LibraryForecast forecast) {
        this.leads = leads;
        this.tasks = tasks;
        this.timelines = timelines;
        this.forecast = forecast;
    }

    public void captured(List<LeadEvent> events) {
        apply(events.stream().map(LeadChange::of).toList(), List.of());
        timelines.write(events.stream().map(Note::of).toList());
        events.forEach(event -> log.info("captured, lead={}", event.lead().id()));
    }

    /** Forgets these persons. What stays is that the ids were erased, so that a late touch does not bring them back. */
    public void erased(Set<LeadId> erased) {
        apply(erased.stream().<LeadChange>map(LeadChange.Erased::new).toList(), List.of());
        tasks.erase(erased);
        timelines.erase(erased);
        erased.forEach(lead -> log.info("erased, lead={}", lead));
    }

    /** @param first whether they came on the lane of first touches */
    public void due(List<TouchEvent> events, boolean first) {
        List<TouchEvent.Due> due = events.stream()
                .map(event -> switch (event) {
                    case TouchEvent.Due it -> it;
                })
                .toList();
        // The list before the story: somebody may be ready to buy.
        tasks.take(due);
        timelines.write(due.stream().<Note>map(it -> new Note.Due(it, first)).toList());
    }

    public void signalled(List<Signal> signals) {
        List<LeadChange> changes = new ArrayList<>();
        signals.forEach(signal -> changes.addAll(LeadChange.of(signal)));
        leads.apply(changes);
        Set<LeadId> stopped = changes.stream()
                .filter(LeadChange.Forbade.class::isInstance)
                .map(LeadChange::lead)
                .collect(Collectors.toSet());
        tasks.settleOf(stopped);
        timelines.write(signals.stream().map(Note::of).toList());
        signals.forEach(signal -> log.info("{}, lead={}", Said.of(signal).type(), signal.lead()));
    }

    public void cameOut(List<TouchOutcome> outcomes) {
        tasks.note(outcomes.stream()
                .filter(TouchOutcome.Completed.class::isInstance)
                .map(TouchOutcome.Completed.class::cast)
                .toList());
        timelines.write(outcomes.stream().<Note>map(Note.CameOut::new).toList());
    }

    public void planned(List<ScheduleEvent> events) {
        apply(
                events.stream().map(LeadChange::of).toList(),
                events.stream().flatMap(event -> DryLead.of(event).stream()).toList());
        timelines.write(
                events.stream().flatMap(event -> Note.of(event).stream()).toList());
    }

    /** @param dry where the events say that the library runs dry */
    private void apply(List<LeadChange> changes, List<DryLead> dry) {
        leads.apply(changes);
        forecast.settle(changes.stream().map(LeadChange::lead).toList(), dry);
    }
}
