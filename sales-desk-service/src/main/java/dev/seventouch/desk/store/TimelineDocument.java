package dev.seventouch.desk.store;

import dev.seventouch.desk.timeline.Note;
import dev.seventouch.desk.timeline.Status;
import dev.seventouch.desk.timeline.Timeline;
import dev.seventouch.desk.timeline.TouchStory;
import dev.seventouch.events.touch.TouchId;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A lead's timeline as it is kept. It grows with the touches of the lead and with the hours in which something else
 * happened, not with how often.
 *
 * @param touches by the touch's id
 * @param moments by type and hour
 */
public record TimelineDocument(
        @BsonId String lead,
        @Nullable Map<String, TouchDocument> touches,
        @Nullable Map<String, MomentDocument> moments) {

    /** @param outcomes by the constant's name of {@link Status} */
    public record TouchDocument(
            TouchStory.@Nullable Due first,
            TouchStory.@Nullable Due later,
            @Nullable Map<String, TouchStory.Outcome> outcomes) {

        TouchStory story() {
            Map<Status, TouchStory.Outcome> known = new EnumMap<>(Status.class);
            if (outcomes != null) {
                outcomes.forEach((name, outcome) -> known.put(Status.valueOf(name), outcome));
            }
            return new TouchStory(first, later, known);
        }
    }

    public record MomentDocument(
            Note.Kind kind,
            String type,
            String what,
            @Nullable String touch,
            Instant at) {

        static MomentDocument of(Note.Happened happened) {
            TouchId touch = happened.touch();
            return new MomentDocument(
                    happened.kind(),
                    happened.type(),
                    happened.what(),
                    touch == null ? null : touch.value(),
                    happened.at());
        }

        Timeline.Moment moment() {
            return new Timeline.Moment(kind, type, what, touch == null ? null : new TouchId(touch), at);
        }
    }

    Timeline timeline() {
        Map<TouchId, TouchStory> stories = new HashMap<>();
        if (touches != null) {
            touches.forEach((id, touch) -> stories.put(new TouchId(id), touch.story()));
        }
        return new Timeline(
                stories,
                moments == null
                        ? List.of()
                        : moments.values().stream().map(MomentDocument::moment).toList());
    }
}
