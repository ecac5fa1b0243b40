package dev.seventouch.events.touch;

import static java.util.Objects.requireNonNull;

import dev.seventouch.events.lead.LeadId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which touch is meant: its id, what the id is derived from, and what the lead gets to see. Every outcome repeats it, so
 * that an engine that starts from nothing can be rebuilt from outcomes alone.
 *
 * @param step the key of the step in the cadence
 * @param occurrence counts from 1
 * @param content what the lead has had after this touch, such as {@code template:welcome} or {@code item:rates-autumn};
 *     null where a person speaks freely
 * @param version of the cadence by which it was planned; null for a touch beside the plan
 * @param dueAt the instant it was planned for; the next touch counts from it
 */
public record TouchRef(
        TouchId id,
        LeadId lead,
        EnrollmentId enrollment,
        String step,
        int occurrence,
        Channel channel,
        @Nullable String content,
        @Nullable Integer version,
        @Nullable Instant dueAt) {

    public TouchRef {
        requireNonNull(id, "id");
        requireNonNull(lead, "lead");
        requireNonNull(enrollment, "enrollment");
        requireNonNull(step, "step");
        requireNonNull(channel, "channel");
    }

    /** A touch beside the plan. */
    public static TouchRef of(
            LeadId lead,
            EnrollmentId enrollment,
            String step,
            int occurrence,
            Channel channel,
            @Nullable String content) {
        return of(lead, enrollment, step, occurrence, channel, content, null, null);
    }

    public static TouchRef of(
            LeadId lead,
            EnrollmentId enrollment,
            String step,
            int occurrence,
            Channel channel,
            @Nullable String content,
            @Nullable Integer version,
            @Nullable Instant dueAt) {
        return new TouchRef(
                TouchId.of(enrollment, step, occurrence),
                lead,
                enrollment,
                step,
                occurrence,
                channel,
                content,
                version,
                dueAt);
    }
}
