package dev.seventouch.desk.store;

import dev.seventouch.desk.task.Completion;
import dev.seventouch.desk.task.Task;
import dev.seventouch.desk.task.TaskState;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.Content;
import dev.seventouch.events.touch.EnrollmentId;
import dev.seventouch.events.touch.TouchId;
import dev.seventouch.events.touch.TouchRef;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A task as it is kept.
 *
 * @param plannedAt the instant for which the plan had it
 * @param rank the place on the list of its state
 */
public record TaskDocument(
        @BsonId String touch,
        String lead,
        String enrollment,
        String step,
        int occurrence,
        Channel channel,
        @Nullable String content,
        @Nullable String template,
        @Nullable String item,
        @Nullable String say,
        @Nullable Integer minutes,
        String reason,
        @Nullable String owner,
        boolean urgent,
        Instant dueAt,
        Instant listedAt,
        TaskState state,
        @Nullable String closedWhy,
        @Nullable String by,
        @Nullable String answer,
        @Nullable Instant completedAt,
        @Nullable Integer version,
        @Nullable Instant plannedAt,
        String rank) {

    static TaskDocument of(Task task) {
        TouchRef touch = task.touch();
        Content content = task.content();
        Completion completion = task.completion();
        return new TaskDocument(
                touch.id().value(),
                touch.lead().value(),
                touch.enrollment().value(),
                touch.step(),
                touch.occurrence(),
                touch.channel(),
                touch.content(),
                content.template(),
                content.item(),
                content.say(),
                content.minutes(),
                task.reason(),
                task.owner(),
                task.urgent(),
                task.dueAt(),
                task.listedAt(),
                task.state(),
                task.closedWhy(),
                completion == null ? null : completion.by(),
                completion == null ? null : completion.answer(),
                completion == null ? null : completion.at(),
                touch.version(),
                touch.dueAt(),
                task.rank());
    }

    Task task() {
        TouchId id = new TouchId(touch);
        return new Task(
                new TouchRef(
                        id,
                        new LeadId(lead),
                        new EnrollmentId(enrollment),
                        step,
                        occurrence,
                        channel,
                        content,
                        version,
                        plannedAt),
                new Content(template, item, say, minutes),
                reason,
                owner,
                urgent,
                dueAt,
                listedAt,
                state,
                closedWhy,
                by == null || completedAt == null ? null : new Completion(id, by, answer, completedAt));
    }
}
