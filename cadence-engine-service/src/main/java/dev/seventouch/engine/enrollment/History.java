package dev.seventouch.engine.enrollment;

import dev.seventouch.events.touch.Medium;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What is remembered of a lead.
 *
 * @param had the content the lead has had, by key
 * @param touched when the lead was touched in the last month, oldest first
 * @param closed the media that the lead forbade or that do not work
 */
public record History(Set<String> had, List<Instant> touched, Set<Medium> closed) {
    /** Caps look back a month at most. */
    private static final Duration REMEMBERED = Duration.ofDays(31);

    public static final History NONE = new History(Set.of(), List.of(), Set.of());

    public History {
        had = had == null ? Set.of() : java.util.Collections.unmodifiableSet(new LinkedHashSet<>(had));
        touched = touched == null ? List.of() : List.copyOf(touched);
        closed = closed == null ? Set.of() : Set.copyOf(closed);
    }

    History withHad(String content) {
        Set<String> more = new LinkedHashSet<>(had);
        more.add(content);
        return new History(more, touched, closed);
    }

    History withTouch(Instant at) {
        List<Instant> recent = new ArrayList<>(touched);
        recent.add(at);
        recent.removeIf(touch -> touch.isBefore(at.minus(REMEMBERED)));
        recent.sort(null);
        return new History(had, recent, closed);
    }

    History withClosed(Set<Medium> media) {
        Set<Medium> more = EnumSet.copyOf(media);
        more.addAll(closed);
        return new History(had, touched, more);
    }
}
