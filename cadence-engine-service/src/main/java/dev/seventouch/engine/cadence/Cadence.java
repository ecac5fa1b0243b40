package dev.seventouch.engine.cadence;

import dev.seventouch.engine.policy.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The plan by which a lead is followed up: first the steps, each once, then the phases, the last of them for ever; and beside
 * them the seasons.
 *
 * @param cycle the usual length of a sale
 */
public record Cadence(
        CadenceRef ref,
        Entry entry,
        Duration cycle,
        Rules rules,
        List<Step> steps,
        List<Phase> phases,
        List<Season> seasons) {

    /** @throws IllegalArgumentException if the plan would ever end by itself */
    public Cadence {
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a cadence has at least one step");
        }
        if (phases.isEmpty() || phases.getLast().until() != null) {
            throw new IllegalArgumentException("the last phase goes on for ever");
        }
        // Dates that are over would be passed over again and again.
        if (phases.stream().anyMatch(phase -> phase.window().dates() != null)) {
            throw new IllegalArgumentException("a phase comes round whatever the date");
        }
        steps = List.copyOf(steps);
        phases = List.copyOf(phases);
        seasons = List.copyOf(seasons);
    }

    /**
     * What comes next by the plan.
     *
     * @param day the first day on which it may come, on the lead's calendar
     * @param notBefore the first instant at which it may come
     */
    public record Following(Place place, LocalDate day, Instant notBefore) {}

    public Place first() {
        return Place.of(steps.getFirst().key());
    }

    /** What is done at {@code place}, or nothing if this version does not have it. */
    public Optional<Turn> turn(Place place) {
        return step(place.key())
                .map(Step::turn)
                .or(() -> phase(place.key()).map(phase -> phase.turn(place.occurrence())))
                .or(() -> season(place.key()).map(Season::turn));
    }

    /** When what is at {@code place} may come, beyond what holds for all. */
    public Window window(Place place) {
        return step(place.key())
                .map(Step::window)
                .or(() -> phase(place.key()).map(Phase::window))
                .or(() -> season(place.key()).map(season -> season.in(place.occurrence())))
                .orElse(Window.ANY);
    }

    public boolean isBesideThePlan(Place place) {
        return season(place.key()).isPresent();
    }

    /**
     * What comes after what is done. A place that this version does not have is taken as the last one before it that it has:
     * nobody is started anew because a step was removed, and what was done is not done again wherever it was moved.
     *
     * @param lessOften whether it takes twice as long from each touch to the next
     */
    public Following following(Progress progress, ZoneId zone, boolean lessOften) {
        int step = nextStep(progress);
        while (step < steps.size() && progress.isDone(Place.of(steps.get(step).key()))) {
            step++;
        }
        return step < steps.size()
                ? step(steps.get(step), progress, zone, lessOften)
                : phase(progress, zone, lessOften);
    }

    /** When {@code place} comes by the plan, if it is the next after what is done. */
    public Following at(Place place, Progress progress, ZoneId zone, boolean lessOften) {
        return step(place.key())
                .map(step -> step(step, progress, zone, lessOften))
                .orElseGet(() -> phase(place.key())
                        .map(phase -> following(place, every(phase, lessOften), progress.lastAt(), zone))
                        .orElseGet(() -> following(progress, zone, lessOften)));
    }

    private Following step(Step step, Progress progress, ZoneId zone, boolean lessOften) {
        Place place = Place.of(step.key());
        return switch (step.after()) {
            case After.Previous(var delay) ->
                following(place, lessOften ? delay.twice() : delay, progress.lastAt(), zone);
            case After.Start(var delay) -> fromStart(place, delay, progress, zone, lessOften);
            case After.Cycle(var percent) ->
                fromStart(
                        place,
                        new Delay.Exactly(cycle.multipliedBy(percent).dividedBy(100)),
                        progress,
                        zone,
                        lessOften);
        };
    }

    private static Following fromStart(Place place, Delay delay, Progress progress, ZoneId zone, boolean lessOften) {
        Following planned = following(place, delay, progress.started(), zone);
        Duration wait = Duration.between(progress.lastAt(), planned.notBefore());
        return lessOften && wait.isPositive()
                ? following(place, new Delay.Exactly(wait).twice(), progress.lastAt(), zone)
                : planned;
    }

    private Following phase(Progress progress, ZoneId zone, boolean lessOften) {
        for (Phase phase : phases.subList(firstPhase(progress), phases.size())) {
            Place place = new Place(phase.key(), progress.latest(phase.key()) + 1);
            Following next = following(place, every(phase, lessOften), progress.lastAt(), zone);
            if (phase.until() == null
                    || !next.notBefore().isAfter(progress.started().plus(phase.until()))) {
                return next;
            }
        }
        throw new IllegalStateException("the last phase goes on for ever");
    }

    private static Delay every(Phase phase, boolean lessOften) {
        return lessOften ? phase.every().twice() : phase.every();
    }

    private static Following following(Place place, Delay delay, Instant from, ZoneId zone) {
        return new Following(place, delay.dayAfter(from, zone), delay.after(from, zone));
    }

    private int nextStep(Progress progress) {
        if (progress.last() == null) {
            return 0;
        }
        int last = indexOfStep(progress.last().key());
        if (last >= 0) {
            return last + 1;
        }
        if (phase(progress.last().key()).isPresent()) {
            return steps.size();
        }
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (progress.isDone(Place.of(steps.get(i).key()))) {
                return i + 1;
            }
        }
        // The first step greets a lead that has just come; this one came long ago.
        return 1;
    }

    private int firstPhase(Progress progress) {
        for (int i = phases.size() - 1; i > 0; i--) {
            if (progress.done().containsKey(phases.get(i).key())) {
                return i;
            }
        }
        return 0;
    }

    /** Whether {@code place} is further on than all that is done. */
    public boolean isAhead(Place place, Progress progress) {
        if (progress.last() == null) {
            return true;
        }
        int there = order(place);
        int here = order(progress.last());
        return there > here
                || (there == here && place.occurrence() > progress.last().occurrence());
    }

    private int order(Place place) {
        int step = indexOfStep(place.key());
        if (step >= 0) {
            return step;
        }
        for (int i = 0; i < phases.size(); i++) {
            if (phases.get(i).key().equals(place.key())) {
                return steps.size() + i;
            }
        }
        return -1;
    }

    public Optional<Step> step(String key) {
        return steps.stream().filter(step -> step.key().equals(key)).findFirst();
    }

    public Optional<Phase> phase(String key) {
        return phases.stream().filter(phase -> phase.key().equals(key)).findFirst();
    }

    public Optional<Season> season(String key) {
        return seasons.stream().filter(season -> season.key().equals(key)).findFirst();
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
