package dev.seventouch.desk.task;

import dev.seventouch.events.lead.LeadId;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks to list.
 *
 * @param lead only those of this lead
 * @param owner only those of the salesperson with this email address
 * @param after where the page before ended, null for the first
 * @param limit at most so many
 */
public record TaskQuery(
        TaskState state,
        @Nullable LeadId lead,
        @Nullable String owner,
        @Nullable String after,
        int limit) {

    public static TaskQuery open(int limit) {
        return new TaskQuery(TaskState.OPEN, null, null, null, limit);
    }
}
