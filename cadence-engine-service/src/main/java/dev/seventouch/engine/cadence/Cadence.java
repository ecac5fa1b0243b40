package dev.seventouch.engine.cadence;

import dev.seventouch.engine.policy.ContactHours;
import dev.seventouch.engine.policy.Limits;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The plan by which a lead is followed up: first the steps, each once, then the phases, the last of them for ever.
 *
 * @param cycle the usual length of a sale
 * @param fallback the zone of a lead whose own is not known
 */
public record Cadence(
        CadenceRef ref,
        Audience audience,
        Duration cycle,
        ContactHours hours,
        ZoneId fallback,
        Limits limits,
        List<Step> steps,
        List<Phase> phases) {

    /** @throws IllegalArgumentException if the plan would ever end by itself */
    public Cadence {
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a cadence has at least one step");
        }
        if (phases.isEmpty() || phases.getLast().until() != null) {
            throw new IllegalArgumentException("the last phase goes on for ever");
        }
        steps = List.copyOf(steps);
        phases = List.copyOf(phases);
    }

    /** What comes next, and how long after the touch before. */
    public record Following(Place place, Delay after) {}

    public Place first() {
        return Place.of(steps.getFirst().key());
    }

    /** What is done at {@code place}, or nothing if this version no longer has it. */
    public Optional<Action> action(Place place) {
        Optional<Action> inSteps = steps.stream()
                .filter(step -> step.key().equals(place.key()))
                .map(Step::action)
                .findFirst();
        return inSteps.or(() -> phases.stream()
                .filter(phase -> phase.key().equals(place.key()))
                .map(phase -> phase.action(place.occurrence()))
                .findFirst());
    }

    /**
     * What comes after {@code place}. A place that this version does not have is taken as the end of the steps: nobody is
     * started anew because a step was removed.
     *
     * @param started when the enrollment began
     * @param touched when the touch at {@code place} was planned
     */
    public Following following(Place place, Instant started, Instant touched) {
        int step = indexOfStep(place.key());
        if (step >= 0 && step + 1 < steps.size()) {
            Step next = steps.get(step + 1);
            return new Following(Place.of(next.key()), next.after());
        }
        for (Phase phase : phases) {
            int occurrence = phase.key().equals(place.key()) ? place.occurrence() + 1 : 1;
            boolean isPast = step < 0 && occurrence == 1 && isBehind(phase, place.key());
            Instant next = touched.plus(Duration.ofDays(phase.every().count()));
            if (!isPast && (phase.until() == null || !next.isAfter(started.plus(phase.until())))) {
                return new Following(new Place(phase.key(), occurrence), phase.every());
            }
        }
        throw new IllegalStateException("the last phase goes on for ever");
    }

    // A phase is behind when the place is in a later one.
    private boolean isBehind(Phase phase, String key) {
        List<String> keys = phases.stream().map(Phase::key).toList();
        return keys.indexOf(key) > keys.indexOf(phase.key());
    }

    private int indexOfStep(String key) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).key().equals(key)) {
                return i;
            }
        }
        return -1;
    }
}
