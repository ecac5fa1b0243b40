package dev.seventouch.desk.timeline;

import dev.seventouch.events.touch.TouchId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that was written about one lead. */
public record Timeline(Map<TouchId, TouchStory> touches, List<Moment> moments) {

    /** Something that is no touch. */
    public record Moment(
            Note.Kind kind,
            String type,
            String what,
            @Nullable TouchId touch,
            Instant at) {}

    /** The story as lines, the newest first; each touch is one line. */
    public List<Entry> entries() {
        List<Entry> entries = new ArrayList<>(touches.size() + moments.size());
        touches.forEach((id, story) -> story.entry(id).ifPresent(entries::add));
        moments.forEach(moment -> entries.add(Entry.of(moment)));
        entries.sort(Comparator.comparing(Entry::rank));
        return List.copyOf(entries);
    }
}
