package dev.seventouch.engine.definition;

import dev.seventouch.engine.cadence.Action;
import dev.seventouch.engine.cadence.Terms;
import dev.seventouch.engine.cadence.Turn;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads what is done at a place of the plan: a touch, on what it depends, and what is done else. */
final class TurnReader {
    private final Problems problems;
    private final TermsReader terms;
    private final ActionReader actions;

    TurnReader(Problems problems, Keys keys) {
        this.problems = problems;
        this.terms = new TermsReader(problems, keys);
        this.actions = new ActionReader(problems);
    }

    /** The names of the fields of a turn, after {@code others}. */
    static List<String> with(String... others) {
        return ActionReader.with(Stream.concat(Stream.of(others), Stream.of("when", "unless", "else"))
                .toArray(String[]::new));
    }

    Optional<Turn> read(Node entry, Fields fields, Keys.Owner owner) {
        Terms depends = terms.read(fields, owner);
        Optional<Action> action = actions.read(entry, fields);
        Optional<Action> otherwise =
                fields.node("else").flatMap(node -> actions.read(node, Fields.of(node, ActionReader.with(), problems)));
        if (fields.has("else") && fields.lacks("when") && fields.lacks("unless")) {
            problems.at(fields.key("else"), "\"else\" is never done without \"when\" or \"unless\"");
        }
        Stream.of(action, otherwise)
                .flatMap(Optional::stream)
                .map(Action::channel)
                .forEach(owner::isDoneBy);
        return action.map(found -> new Turn(depends, found, otherwise.orElse(null)));
    }
}
