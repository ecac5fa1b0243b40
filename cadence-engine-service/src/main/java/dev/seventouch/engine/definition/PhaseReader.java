package dev.seventouch.engine.definition;

import dev.seventouch.engine.cadence.Delay;
import dev.seventouch.engine.cadence.Phase;
import dev.seventouch.engine.cadence.Turn;
import dev.seventouch.engine.policy.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads what goes on after the steps, for ever: {@code then}. */
final class PhaseReader {
    private static final int MOST = 50;
    private static final int MOST_TURNS = 100;
    private static final List<String> TURN = TurnReader.with();
    private static final List<String> FIELDS = TurnReader.with("key", "every", "until", "on", "at", "rotate");

    private final Problems problems;
    private final Keys keys;
    private final WindowReader windows;
    private final TurnReader turns;

    PhaseReader(Problems problems, Keys keys, WindowReader windows, TurnReader turns) {
        this.problems = problems;
        this.keys = keys;
        this.windows = windows;
        this.turns = turns;
    }

    List<Phase> read(Fields cadence) {
        if (cadence.lacks("then")) {
            problems.at(
                    cadence.place("then"),
                    "\"then\" is missing: what goes on after the steps, for ever; for example"
                            + " then: [ { every: 90d, email: { from: library } } ]");
        }
        List<Phase> phases = new ArrayList<>();
        List<Node> entries = cadence.entries("then", MOST);
        if (cadence.place("then") instanceof SequenceNode && entries.isEmpty()) {
            problems.at(cadence.place("then"), "expected at least one phase, which goes on for ever");
        }
        Duration before = Duration.ZERO;
        for (int number = 1; number <= entries.size(); number++) {
            Node entry = entries.get(number - 1);
            Fields fields = Fields.of(entry, FIELDS, problems);
            Optional<Duration> until = until(fields, before, number == entries.size());
            before = until.orElse(before);
            phase(entry, fields, number, until).ifPresent(phases::add);
        }
        return phases;
    }

    private Optional<Duration> until(Fields phase, Duration before, boolean last) {
        Optional<Duration> until = phase.value("until", Spans::some);
        if (last) {
            phase.refuse("until", "the last phase goes on for ever; or add one after it that does");
        } else if (phase.lacks("until")) {
            phase.require("until", "365d");
        } else if (until.filter(end -> end.compareTo(before) <= 0).isPresent()) {
            problems.at(
                    phase.place("until"), "expected more than " + Spans.words(before) + ", when the phase before ends");
        }
        return until;
    }

    private Optional<Phase> phase(Node entry, Fields fields, int number, Optional<Duration> until) {
        Keys.Owner owner = keys.next(Keys.Part.PHASE, fields, Optional.of("then-" + number));
        fields.require("every", "30d");
        Delay.Days every = fields.value("every", new Delay.Days(1), Spans::days);
        Window window = windows.read(fields, Optional.empty());
        List<Turn> rotation = fields.has("rotate")
                ? rotation(fields, owner)
                : turns.read(entry, fields, owner).stream().toList();
        return rotation.isEmpty()
                ? Optional.empty()
                : Optional.of(new Phase(owner.key(), every, until.orElse(null), window, rotation));
    }

    private List<Turn> rotation(Fields phase, Keys.Owner owner) {
        TURN.forEach(name -> phase.refuse(name, "with \"rotate\", it belongs into one of the turns"));
        List<Node> entries = phase.each("rotate");
        if (entries.isEmpty() || entries.size() > MOST_TURNS) {
            problems.at(phase.place("rotate"), "expected 1 to " + MOST_TURNS + " touches; found " + entries.size());
            return List.of();
        }
        List<Turn> rotation = new ArrayList<>();
        for (Node entry : entries) {
            turns.read(entry, Fields.of(entry, TURN, problems), owner).ifPresent(rotation::add);
        }
        return rotation;
    }
}
