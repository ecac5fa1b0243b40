package dev.seventouch.engine.definition;

import dev.seventouch.engine.cadence.After;
import dev.seventouch.engine.cadence.Step;
import dev.seventouch.engine.policy.Dates;
import dev.seventouch.engine.policy.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads what is done once, one after the other: {@code steps}. */
final class StepReader {
    private static final int MOST = 200;
    private static final List<String> FIELDS = TurnReader.with("key", "after", "on", "at", "date");

    private final Problems problems;
    private final Keys keys;
    private final WindowReader windows;
    private final TurnReader turns;

    StepReader(Problems problems, Keys keys, WindowReader windows, TurnReader turns) {
        this.problems = problems;
        this.keys = keys;
        this.windows = windows;
        this.turns = turns;
    }

    List<Step> read(Fields cadence) {
        cadence.require("steps", "[ { key: welcome, email: welcome, reason: they asked } ]");
        List<Step> steps = new ArrayList<>();
        boolean first = true;
        for (Node entry : cadence.entries("steps", MOST)) {
            step(entry, first).ifPresent(steps::add);
            first = false;
        }
        if (first && cadence.has("steps")) {
            problems.at(cadence.place("steps"), "expected a list of at least one step");
        }
        return steps;
    }

    private Optional<Step> step(Node entry, boolean first) {
        Fields fields = Fields.of(entry, FIELDS, problems);
        Keys.Owner owner = keys.next(Keys.Part.STEP, fields, Optional.empty());
        // A step with a date has a time of its own.
        if (!first && fields.lacks("after") && fields.lacks("date")) {
            problems.at(entry, "\"after\" is missing: how long after the step before, such as 3d");
        }
        After after = fields.value("after", After.NOTHING, Spans::after);
        Optional<Dates> dates = fields.value("date", Times::dates);
        Window window = windows.read(fields, dates);
        return turns.read(entry, fields, owner).map(turn -> new Step(owner.key(), after, window, turn));
    }
}
