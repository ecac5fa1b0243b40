package dev.seventouch.engine.cadence;

import java.util.Set;

/**
 * Which leads a cadence takes.
 *
 * @param sources such as {@code website}
 * @param otherwise whether it also takes every lead that no cadence names the source of
 */
public record Audience(Set<String> sources, boolean otherwise) {
    public Audience {
        sources = Set.copyOf(sources);
    }

    public boolean names(String source) {
        return sources.contains(source);
    }
}
