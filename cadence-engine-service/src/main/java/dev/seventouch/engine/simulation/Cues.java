package dev.seventouch.engine.simulation;

import dev.seventouch.events.touch.TouchRef;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** What of a script is still to come, and the touches that it speaks of. */
final class Cues {
    private record Cue(Instant at, int order, Script.Event event) {}

    private final ZoneId zone;
    private final List<Script.Event> waiting = new ArrayList<>();
    private final List<Script.Result> results;
    private final PriorityQueue<Cue> cues =
            new PriorityQueue<>(Comparator.comparing(Cue::at).thenComparing(Cue::order));
    private final Map<Script.Step, TouchRef> touches = new HashMap<>();
    private int order;

    Cues(Script script, Instant capture, ZoneId zone) {
        this.zone = zone;
        this.results = new ArrayList<>(script.results());
        for (Script.Event event : script.events()) {
            if (event.step() != null && event.when() instanceof When.After) {
                waiting.add(event);
            } else {
                add(event, event.when().from(capture, zone));
            }
        }
    }

    private void add(Script.Event event, Instant at) {
        cues.add(new Cue(at, order++, event));
    }

    Optional<Instant> nextAt() {
        return Optional.ofNullable(cues.peek()).map(Cue::at);
    }

    /** What comes next, if it has come by {@code now}. */
    Optional<Script.Event> take(Instant now) {
        return nextAt().filter(at -> !at.isAfter(now)).map(_ -> cues.remove().event());
    }

    /** A touch of the plan was made. */
    void touched(TouchRef touch, Instant now) {
        Script.Step step = new Script.Step(touch.step(), touch.occurrence());
        touches.put(step, touch);
        waiting.removeIf(event -> {
            boolean isDue = step.equals(event.step());
            if (isDue) {
                add(event, event.when().from(now, zone));
            }
            return isDue;
        });
    }

    /** What the script says that becomes of a touch: once for each time it says so. */
    Optional<Script.Result> result(TouchRef touch) {
        Script.Step step = new Script.Step(touch.step(), touch.occurrence());
        for (Script.Result result : results) {
            if (result.step().equals(step)) {
                results.remove(result);
                return Optional.of(result);
            }
        }
        return Optional.empty();
    }

    @Nullable TouchRef touch(Script.Step step) {
        return touches.get(step);
    }

    /** What never came: of touches that were not made, or after the end. */
    List<String> left() {
        List<String> left = new ArrayList<>();
        waiting.forEach(event -> left.add(event.words() + ": there was no touch of " + event.step()));
        cues.stream()
                .sorted(cues.comparator())
                .forEach(cue -> left.add(cue.event().words() + ": only after the end"));
        results.forEach(result -> left.add(result.words() + ": there was no touch of " + result.step()));
        return left;
    }

    ZoneId zone() {
        return zone;
    }
}
