package dev.seventouch.engine.definition;

import java.util.Optional;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.parser.Parser;

/** Lets through what definitions are made of, and refuses what only makes YAML hard to read or dangerous. */
final class PlainParser implements Parser {
    private static final int DEEPEST = 20;

    private final Parser parser;
    private int depth;

    PlainParser(Parser parser) {
        this.parser = parser;
    }

    /** It is YAML, but more of it than definitions take. */
    static final class NotPlain extends MarkedYamlEngineException {
        NotPlain(String problem, Optional<Mark> mark) {
            super(null, Optional.empty(), problem, mark);
        }
    }

    @Override
    public Event next() {
        Event event = parser.next();
        switch (event) {
            case AliasEvent alias ->
                throw new NotPlain(
                        "write it out: no alias such as " + Scalars.quoted("*" + alias.getAlias()) + " is taken",
                        mark(event));
            case ScalarEvent scalar -> refuse(scalar.getTag(), event);
            case CollectionStartEvent collection -> {
                refuse(collection.getTag(), event);
                depth++;
                if (depth > DEEPEST) {
                    throw new NotPlain("this is nested too deeply", mark(event));
                }
            }
            case CollectionEndEvent _ -> depth--;
            default -> {
                // The rest only says where things begin and end.
            }
        }
        return event;
    }

    private static void refuse(Optional<String> tag, Event event) {
        if (tag.isPresent()) {
            throw new NotPlain(
                    "leave the tag " + Scalars.quoted(tag.get()) + " out: it has no meaning here", mark(event));
        }
    }

    private static Optional<Mark> mark(Event event) {
        return event.getStartMark();
    }

    @Override
    public boolean hasNext() {
        return parser.hasNext();
    }

    @Override
    public boolean checkEvent(Event.ID choice) {
        return parser.checkEvent(choice);
    }

    @Override
    public Event peekEvent() {
        return parser.peekEvent();
    }
}
