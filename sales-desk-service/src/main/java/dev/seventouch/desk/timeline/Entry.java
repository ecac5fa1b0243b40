package dev.seventouch.desk.timeline;

import dev.seventouch.desk.page.Rank;
import dev.seventouch.desk.task.Errand;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.Recipient;
import dev.seventouch.events.touch.TouchId;
import dev.seventouch.events.wire.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a lead's timeline. All instants are house time.
 *
 * @param at when it happened; of a touch, when it was handed over, or else was to be
 * @param kind {@code touch}, {@code alert} (a touch to the lead's owner), {@code capture}, {@code signal} or {@code end}
 * @param type of a signal, its name on the wire without the prefix
 * @param status of a touch, where it stands
 * @param errand of a touch beside the plan, what it is
 * @param what in words
 */
public record Entry(
        Instant at,
        String kind,
        @Nullable String type,
        @Nullable Status status,
        @Nullable TouchId touch,
        @Nullable String step,
        @Nullable Integer occurrence,
        @Nullable Errand errand,
        @Nullable Channel channel,
        @Nullable String content,
        String what,
        @Nullable String say,
        @Nullable String reason,
        @Nullable Integer attempt,
        @Nullable Instant dueAt,
        @Nullable Instant until,
        @Nullable Instant completedAt,
        @Nullable String by,
        @Nullable String answer) {

    static Entry of(Timeline.Moment moment) {
        return new Entry(
                moment.at(),
                Json.nameOf(moment.kind()),
                moment.type(),
                null,
                moment.touch(),
                null,
                null,
                null,
                null,
                null,
                moment.what(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static Entry of(TouchId id, TouchStory.Due due) {
        return new Entry(
                due.dueAt(),
                kindOf(due, due.errand()),
                null,
                Status.DUE,
                id,
                due.step(),
                due.occurrence(),
                due.errand(),
                due.channel(),
                due.content(),
                words(due.channel(), Status.DUE, null),
                due.say(),
                due.reason(),
                due.attempt(),
                due.dueAt(),
                null,
                null,
                null,
                null);
    }

    static Entry of(
            TouchId id,
            Status status,
            TouchStory.Outcome outcome,
            TouchStory.@Nullable Outcome handedOver,
            TouchStory.@Nullable Due due) {
        boolean completed = status == Status.COMPLETED;
        return new Entry(
                completed && handedOver != null ? handedOver.at() : outcome.at(),
                kindOf(due, outcome.errand()),
                null,
                status,
                id,
                outcome.step(),
                outcome.occurrence(),
                outcome.errand(),
                outcome.channel(),
                outcome.content(),
                words(outcome.channel(), status, outcome.words()),
                due == null ? null : due.say(),
                due == null ? null : due.reason(),
                due == null ? null : due.attempt(),
                due == null ? null : due.dueAt(),
                outcome.until(),
                completed ? outcome.at() : null,
                outcome.by(),
                outcome.answer());
    }

    /** Whether this is a touch that the lead has had. */
    public boolean isHad() {
        return "touch".equals(kind) && (status == Status.HANDED_OVER || status == Status.COMPLETED);
    }

    /** The place in the timeline, unique among the lines of one lead: the latest first. */
    public String rank() {
        return Rank.descending(at, (touch == null ? "" : touch.value()) + "." + (type == null ? kind : type));
    }

    // An errand is the owner's, also where only its outcome is known: the topic of touches forgets, that of outcomes
    // does not.
    private static String kindOf(TouchStory.@Nullable Due due, @Nullable Errand errand) {
        return errand != null || (due != null && due.to() == Recipient.OWNER) ? "alert" : "touch";
    }

    private static String words(Channel channel, Status status, @Nullable String more) {
        return Json.nameOf(channel) + " " + Json.nameOf(status).replace('-', ' ')
                + (more == null || more.isBlank() ? "" : ": " + more);
    }
}
