package dev.seventouch.desk.web;

import dev.seventouch.desk.lead.Facts;
import dev.seventouch.desk.lead.KnownLead;
import dev.seventouch.desk.task.Completion;
import dev.seventouch.desk.task.Errand;
import dev.seventouch.desk.task.Task;
import dev.seventouch.desk.task.TaskList.Listed;
import dev.seventouch.desk.task.TaskState;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.TouchId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task as JSON. Instants are house time.
 *
 * @param minutes how long it takes a person
 * @param urgent whether the lead is ready to buy
 * @param errand what it is beside the plan
 */
record TaskView(
        TouchId id,
        TaskState state,
        boolean urgent,
        Channel channel,
        LeadView lead,
        @Nullable String owner,
        @Nullable String say,
        @Nullable Integer minutes,
        @Nullable String item,
        String reason,
        String step,
        int occurrence,
        @Nullable Errand errand,
        Instant dueAt,
        @Nullable String closedWhy,
        @Nullable String by,
        @Nullable String answer,
        @Nullable Instant completedAt) {

    /** Whom it is about. All but the id are unknown once the lead was erased. */
    record LeadView(
            LeadId id,
            @Nullable String name,
            @Nullable String company,
            @Nullable String phone,
            @Nullable String email) {}

    static TaskView of(Listed listed) {
        Task task = listed.task();
        Completion completion = task.completion();
        return new TaskView(
                task.id(),
                task.state(),
                task.urgent(),
                task.touch().channel(),
                lead(task.touch().lead(), listed.lead()),
                task.owner(),
                task.content().say(),
                task.content().minutes(),
                task.content().item(),
                task.reason(),
                task.touch().step(),
                task.touch().occurrence(),
                task.errand(),
                task.dueAt(),
                task.closedWhy(),
                completion == null ? null : completion.by(),
                completion == null ? null : completion.answer(),
                completion == null ? null : completion.at());
    }

    private static LeadView lead(LeadId id, @Nullable KnownLead known) {
        Facts facts = known == null ? null : known.facts();
        return facts == null
                ? new LeadView(id, null, null, null, null)
                : new LeadView(id, facts.name(), facts.company(), facts.phone(), facts.email());
    }
}
