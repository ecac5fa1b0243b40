package dev.seventouch.engine.enrollment;

import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.Medium;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a lead wants to be touched.
 *
 * @param lessOften whether it takes twice as long from each touch of the plan to the next
 * @param media the media it welcomes; empty means any
 * @param topics the topics it welcomes; empty means any
 */
public record Wishes(@Nullable Boolean lessOften, Set<Medium> media, Set<String> topics) {
    static final Wishes NONE = new Wishes(null, Set.of(), Set.of());

    public Wishes {
        media = media == null ? Set.of() : Set.copyOf(media);
        topics = topics == null ? Set.of() : Set.copyOf(topics);
    }

    boolean isLessOften() {
        return Boolean.TRUE.equals(lessOften);
    }

    /**
     * The topics of a step that this lead welcomes; its own wish outranks the step's. Kind words on a card are of no topic that
     * anybody chooses, so wishes leave them alone.
     */
    public Set<String> among(Set<String> ofTheStep, Channel channel) {
        if (channel == Channel.CARD) {
            return ofTheStep;
        }
        if (topics.isEmpty() || ofTheStep.isEmpty()) {
            return topics.isEmpty() ? ofTheStep : topics;
        }
        Set<String> both = new java.util.TreeSet<>(ofTheStep);
        both.retainAll(topics);
        return both.isEmpty() ? topics : both;
    }

    boolean welcomes(Medium medium) {
        return media.isEmpty() || media.contains(medium);
    }
}
