package dev.seventouch.benchmarks.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.SequencedSet;

/** All that was measured in a run, in the order in which it was first measured. */
public final class Figures {
    private final SequencedMap<Measure, Map<String, Samples>> all = new LinkedHashMap<>();
    private final SequencedSet<String> contestants = new LinkedHashSet<>();
    private final List<String> notes = new ArrayList<>();

    public void add(String contestant, Measure measure, double value) {
        contestants.add(contestant);
        all.computeIfAbsent(measure, none -> new LinkedHashMap<>())
                .computeIfAbsent(contestant, none -> new Samples())
                .add(value);
    }

    /** Something to be known when reading the figures. */
    public void note(String note) {
        notes.add(note);
    }

    public OptionalDouble median(String contestant, Measure measure) {
        return samples(contestant, measure)
                .map(samples -> OptionalDouble.of(samples.median()))
                .orElse(OptionalDouble.empty());
    }

    Optional<Samples> samples(String contestant, Measure measure) {
        return Optional.ofNullable(all.getOrDefault(measure, Map.of()).get(contestant));
    }

    List<Measure> measures() {
        return List.copyOf(all.keySet());
    }

    List<String> contestants() {
        return List.copyOf(contestants);
    }

    List<String> notes() {
        return List.copyOf(notes);
    }
}
