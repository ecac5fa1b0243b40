package dev.seventouch.desk.task;

import dev.seventouch.desk.lead.KnownLead;
import dev.seventouch.desk.page.Rank;
import dev.seventouch.events.lead.Rep;
import dev.seventouch.events.touch.Content;
import dev.seventouch.events.touch.Recipient;
import dev.seventouch.events.touch.TouchEvent;
import dev.seventouch.events.touch.TouchId;
import dev.seventouch.events.touch.TouchRef;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A touch that a person does. Who the lead is stays with the lead, so that an erasure reaches it.
 *
 * @param content what it brings: what to say, how many minutes it takes
 * @param reason why it is worth the lead's time
 * @param owner the email address of the salesperson it belongs to, lower case; null if the lead has no owner
 * @param urgent whether the lead is ready to buy: first on the list, and not closed by a stop
 * @param dueAt house time
 * @param listedAt when it came onto the list, in house time and whole milliseconds
 * @param closedWhy why nobody is to do it any more; null unless closed
 */
public record Task(
        TouchRef touch,
        Content content,
        String reason,
        @Nullable String owner,
        boolean urgent,
        Instant dueAt,
        Instant listedAt,
        TaskState state,
        @Nullable String closedWhy,
        @Nullable Completion completion) {

    /** @param now house time */
    static Task of(TouchEvent.Due due, Instant now) {
        Rep owner = due.lead().owner();
        return new Task(
                due.touch(),
                due.content(),
                due.reason(),
                owner == null ? null : owner.email().toLowerCase(java.util.Locale.ROOT),
                due.to() == Recipient.OWNER && due.touch().step().startsWith("ready-to-buy"),
                due.dueAt(),
                now.truncatedTo(ChronoUnit.MILLIS),
                TaskState.OPEN,
                null,
                null);
    }

    public TouchId id() {
        return touch.id();
    }

    /** What it is beside the plan; null if it is of the plan. */
    public @Nullable Errand errand() {
        return Errand.of(touch);
    }

    /** How the task stands, given what was answered and what the lead has forbidden by now. */
    Task settled(@Nullable Completion answered, @Nullable KnownLead lead) {
        if (answered != null) {
            return with(TaskState.DONE, null, answered);
        }
        if (!urgent && lead != null && lead.forbidden().contains(touch.channel().medium())) {
            return with(TaskState.CLOSED, "the lead said stop", null);
        }
        return this;
    }

    private Task with(TaskState state, @Nullable String closedWhy, @Nullable Completion completion) {
        return new Task(touch, content, reason, owner, urgent, dueAt, listedAt, state, closedWhy, completion);
    }

    /** The place on the list of its state: open ones urgent and first due first, the others latest first. */
    public String rank() {
        return switch (state) {
            case OPEN -> (urgent ? "0" : "1") + Rank.ascending(dueAt, id().value());
            case DONE -> Rank.descending(completion == null ? listedAt : completion.at(), id().value());
            case CLOSED -> Rank.descending(listedAt, id().value());
        };
    }
}
