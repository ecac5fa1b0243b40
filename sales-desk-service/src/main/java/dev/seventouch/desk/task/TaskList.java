package dev.seventouch.desk.task;

import dev.seventouch.desk.lead.Facts;
import dev.seventouch.desk.lead.KnownLead;
import dev.seventouch.desk.lead.LeadChange;
import dev.seventouch.desk.lead.Leads;
import dev.seventouch.desk.page.Page;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.outcome.TouchOutcome;
import dev.seventouch.events.touch.TouchEvent;
import dev.seventouch.events.touch.TouchId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands touches over to people. Whoever writes here looks afterwards at what others may have written meanwhile, so that a
 * stop and a touch that cross each other end the same in either order.
 */
public final class TaskList {
    private static final Logger log = LoggerFactory.getLogger(TaskList.class);
    private static final String RECEIPT = "on the list";

    private final Tasks tasks;
    private final Leads leads;
    private final Outcomes outcomes;
    private final InstantSource clock;

    public TaskList(Tasks tasks, Leads leads, Outcomes outcomes, InstantSource clock) {
        this.tasks = tasks;
        this.leads = leads;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /**
     * Puts the touches that a person does onto the list, and says so. One that is on it already is answered as before;
     * one that has expired, or whose lead was erased, is not acted on.
     */
    public void take(List<TouchEvent.Due> due) {
        Instant now = clock.instant();
        List<TouchEvent.Due> forPeople = due.stream()
                .filter(touch -> !touch.touch().channel().isAutomatic())
                .filter(touch -> isFresh(touch, now))
                .toList();
        if (forPeople.isEmpty()) {
            return;
        }
        leads.apply(forPeople.stream()
                .<LeadChange>map(
                        touch -> new LeadChange.Glimpsed(touch.lead().id(), Facts.of(touch.lead(), touch.dueAt())))
                .toList());
        Map<LeadId, KnownLead> known = leads.find(leadsOf(forPeople));
        List<Task> taken = forPeople.stream()
                .filter(touch -> !isErased(known.get(touch.touch().lead())))
                .map(touch -> Task.of(touch, now))
                .toList();
        tasks.add(taken);
        Collection<Task> listed = settle(taken.stream().map(Task::id).toList());
        outcomes.publish(listed.stream().map(TaskList::handedOver).toList());
        listed.forEach(task -> log.info(
                "task {} for {} is on the list, state {}, lead={}",
                task.id(),
                task.touch().channel(),
                task.state(),
                task.touch().lead()));
    }

    /** Closes what these leads have forbidden by now. */
    public void settleOf(Collection<LeadId> stopped) {
        settle(tasks.openOf(stopped).stream().map(Task::id).toList());
    }

    /** Takes note of what people did, as told by the log. */
    public void note(List<TouchOutcome.Completed> completed) {
        tasks.complete(completed.stream()
                .map(outcome -> new Completion(outcome.touch().id(), outcome.by(), outcome.answer(), outcome.at()))
                .toList());
        settle(completed.stream().map(outcome -> outcome.touch().id()).toList());
    }

    /**
     * A person has done a task. The first answer stands: asked again, with whatever answer, the first one is returned.
     *
     * @return the task as it stands, or nothing if there is no such task
     */
    public Optional<Task> complete(TouchId touch, String by, Answer answer) {
        Task task = tasks.find(List.of(touch)).get(touch);
        if (task == null) {
            return Optional.empty();
        }
        if (task.state() == TaskState.DONE) {
            return Optional.of(task);
        }
        Completion mine =
                new Completion(touch, by, answer.wireName(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        tasks.complete(List.of(mine));
        Completion standing = tasks.completionsOf(List.of(touch)).getOrDefault(touch, mine);
        // The log first: while it is out of reach the task stays open, and the next click says the same again.
        outcomes.publish(
                List.of(new TouchOutcome.Completed(task.touch(), standing.by(), standing.answer(), standing.at())));
        log.info(
                "task {} done, answer {}, lead={}",
                touch,
                standing.answer(),
                task.touch().lead());
        return settle(List.of(touch)).stream().findFirst();
    }

    public Page<Listed> page(TaskQuery query) {
        Page<Task> page = tasks.page(query);
        Map<LeadId, KnownLead> known = leads.find(
                page.items().stream().map(task -> task.touch().lead()).toList());
        return page.map(task -> new Listed(task, known.get(task.touch().lead())));
    }

    public Optional<Listed> find(TouchId touch) {
        return Optional.ofNullable(tasks.find(List.of(touch)).get(touch)).map(task -> {
            LeadId lead = task.touch().lead();
            return new Listed(task, leads.find(List.of(lead)).get(lead));
        });
    }

    /**
     * A task and whom it is about.
     *
     * @param lead null if nothing is known of it
     */
    public record Listed(Task task, @Nullable KnownLead lead) {}

    public void erase(Collection<LeadId> erased) {
        tasks.erase(erased);
    }

    private Collection<Task> settle(List<TouchId> touches) {
        if (touches.isEmpty()) {
            return List.of();
        }
        Collection<Task> found = tasks.find(touches).values();
        Map<TouchId, Completion> completions = tasks.completionsOf(touches);
        Map<LeadId, KnownLead> known =
                leads.find(found.stream().map(task -> task.touch().lead()).toList());
        List<Task> standing = new ArrayList<>(found.size());
        List<Task> changed = new ArrayList<>();
        for (Task task : found) {
            Task now = task.settled(
                    completions.get(task.id()), known.get(task.touch().lead()));
            standing.add(now);
            if (now.state() != task.state()) {
                changed.add(now);
            }
        }
        tasks.settle(changed);
        return standing;
    }

    private static boolean isFresh(TouchEvent.Due due, Instant now) {
        boolean fresh = now.isBefore(due.expiresAt());
        if (!fresh) {
            log.info(
                    "touch {} came after it had expired and is left to be planned anew, lead={}",
                    due.touch().id(),
                    due.touch().lead());
        }
        return fresh;
    }

    private static boolean isErased(@Nullable KnownLead lead) {
        return lead != null && lead.erased();
    }

    private static List<LeadId> leadsOf(List<TouchEvent.Due> due) {
        return due.stream().map(touch -> touch.touch().lead()).distinct().toList();
    }

    private static TouchOutcome handedOver(Task task) {
        return new TouchOutcome.HandedOver(task.touch(), RECEIPT, task.listedAt());
    }
}
