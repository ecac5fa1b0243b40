package dev.seventouch.engine.web;

import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.engine.definition.CadenceReader;
import dev.seventouch.engine.definition.NamedTemplates;
import dev.seventouch.engine.definition.Problem;
import dev.seventouch.engine.definition.Published;
import dev.seventouch.engine.definition.Reading;
import dev.seventouch.service.web.BadRequest;
import dev.seventouch.service.web.FieldProblem;
import java.util.List;

/**
 * A text that is not published, as the version it would be.
 *
 * <p>What can't be read is a {@link BadRequest} that names all that is wrong, with line and column.
 */
final class Draft {
    private Draft() {}

    static Cadence of(String yaml, String id, Published published) {
        Cadence cadence = read(yaml, published.nextRef(id).version());
        if (!cadence.ref().id().equals(id)) {
            throw new BadRequest("id", "the text says \"" + cadence.ref().id() + "\", the address says \"" + id + "\"");
        }
        refuse(published.crossings(id, yaml));
        refuse(NamedTemplates.withoutItem(yaml, published.framing()));
        return cadence;
    }

    static Cadence of(String yaml, Published published) {
        String id = read(yaml, 1).ref().id();
        return read(yaml, published.nextRef(id).version());
    }

    private static Cadence read(String yaml, int version) {
        return switch (CadenceReader.read(yaml, version)) {
            case Reading.Read<Cadence>(var read) -> read;
            case Reading.Broken<Cadence>(var problems) -> throw refused(problems);
        };
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw refused(problems);
        }
    }

    static BadRequest refused(List<Problem> problems) {
        return new BadRequest(problems.stream().map(Draft::named).toList());
    }

    static FieldProblem named(Problem problem) {
        return new FieldProblem("line " + problem.line() + ", column " + problem.column(), problem.message());
    }
}
