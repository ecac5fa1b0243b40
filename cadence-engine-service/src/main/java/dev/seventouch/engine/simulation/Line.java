package dev.seventouch.engine.simulation;

import dev.seventouch.engine.cadence.Place;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.Content;
import dev.seventouch.events.touch.TouchEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a lead's calendar.
 *
 * @param channel null for a step that is passed over
 * @param content template, library item or what a person is asked to say
 * @param reason why it is worth the lead's time, or why the step is passed over
 * @param why why it is then
 */
public record Line(
        Instant at,
        String step,
        int occurrence,
        @Nullable Channel channel,
        @Nullable String content,
        String reason,
        @Nullable String why) {

    static Line touch(Instant at, Place place, TouchEvent.Due due, String why) {
        return new Line(
                at,
                place.key(),
                place.occurrence(),
                due.touch().channel(),
                contentOf(due.content()),
                due.reason(),
                why);
    }

    static Line skipped(Instant at, Place place, String reason) {
        return new Line(at, place.key(), place.occurrence(), null, null, reason, null);
    }

    private static @Nullable String contentOf(Content content) {
        if (content.item() != null) {
            return content.item();
        }
        return content.template() != null ? content.template() : content.say();
    }
}
