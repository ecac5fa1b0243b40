package dev.seventouch.events.lead;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where a lead came from, one of the times that it came.
 *
 * @param source such as {@code website}
 * @param way in, such as {@code form}, {@code api} or {@code import}; null if it was not noted, as by older versions
 * @param at when it came in
 */
public record Provenance(String source, @Nullable String way, Instant at) {
    /** Of those behind the first: whoever comes every day must not make a lead's record grow for ever. */
    static final int MOST = 20;

    private static final Comparator<Provenance> IN_ORDER = Comparator.comparing(Provenance::at)
            .thenComparing(Provenance::source)
            // What is known better goes before the same that is known less of.
            .thenComparing(Provenance::way, Comparator.nullsLast(Comparator.naturalOrder()));

    public Provenance {
        requireNonNull(source, "source");
        requireNonNull(at, "at");
    }

    /** All of both, each once, in their order: the first one, and the newest {@value #MOST}. */
    static List<Provenance> folded(Collection<Provenance> one, Collection<Provenance> other) {
        TreeSet<Provenance> all = new TreeSet<>(IN_ORDER);
        all.addAll(one);
        all.addAll(other);
        List<Provenance> kept = new ArrayList<>();
        for (Provenance each : all) {
            if (kept.isEmpty() || each.way() != null || !each.isAt(kept.getLast())) {
                kept.add(each);
            }
        }
        if (kept.size() > 1 + MOST) {
            kept.subList(1, kept.size() - MOST).clear();
        }
        return List.copyOf(kept);
    }

    private boolean isAt(Provenance other) {
        return source.equals(other.source) && at.equals(other.at);
    }
}
