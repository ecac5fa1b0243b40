package dev.seventouch.desk.task;

import dev.seventouch.desk.page.Page;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.touch.TouchId;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** All tasks, and what was answered to each. */
public interface Tasks {

    /** Adds those that are not known yet; one that is known stays as it is. */
    void add(List<Task> tasks);

    Map<TouchId, Task> find(Collection<TouchId> touches);

    List<Task> openOf(Collection<LeadId> leads);

    /** Writes how these tasks stand by now. One that is not known, or was erased meanwhile, is left out. */
    void settle(List<Task> tasks);

    /** Keeps the first completion of each touch; a later one changes nothing. */
    void complete(List<Completion> completions);

    Map<TouchId, Completion> completionsOf(Collection<TouchId> touches);

    Page<Task> page(TaskQuery query);

    /** Forgets all tasks of these leads. */
    void erase(Collection<LeadId> leads);
}
