package dev.seventouch.engine.web;

import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.engine.cadence.CadenceRef;
import dev.seventouch.engine.definition.CadenceReader;
import dev.seventouch.engine.definition.Problem;
import dev.seventouch.engine.definition.Published;
import dev.seventouch.engine.definition.Reading;
import dev.seventouch.engine.enrollment.Enrollments;
import dev.seventouch.engine.simulation.Republication;
import dev.seventouch.service.web.BadRequest;
import dev.seventouch.service.web.FieldProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is to be known before a version is published. */
@Component
final class Publishing {
    private static final int EXAMPLES = 20;

    private final Published published;
    private final Enrollments enrollments;
    private final Neighbours neighbours;
    private final InstantSource clock;

    Publishing(Published published, Enrollments enrollments, Neighbours neighbours, InstantSource clock) {
        this.published = published;
        this.enrollments = enrollments;
        this.neighbours = neighbours;
        this.clock = clock;
    }

    /** Whether {@code yaml} is what is published already. */
    boolean isPublished(String id, String yaml) {
        return published
                .newestRef(id)
                .flatMap(published::source)
                .filter(yaml::equals)
                .isPresent();
    }

    /**
     * The version that {@code yaml} would be.
     *
     * @throws BadRequest naming all that is wrong, with line and column
     */
    Cadence read(String id, String yaml) {
        int version = published.newestRef(id).map(CadenceRef::version).orElse(0) + 1;
        Cadence cadence = switch (CadenceReader.read(yaml, version)) {
            case Reading.Read<Cadence>(var read) -> read;
            case Reading.Broken<Cadence>(var problems) ->
                throw new BadRequest(problems.stream().map(Publishing::named).toList());
        };
        if (!cadence.ref().id().equals(id)) {
            throw new BadRequest("id", "the text says \"" + cadence.ref().id() + "\", the address says \"" + id + "\"");
        }
        return cadence;
    }

    private static FieldProblem named(Problem problem) {
        return new FieldProblem("line " + problem.line() + ", column " + problem.column(), problem.message());
    }

    /** Whom it would concern, on all instances. */
    Affected affected(Cadence next, String yaml, HttpServletRequest request) {
        Affected affected = here(next);
        if (!Neighbours.isPassedOn(request)) {
            for (URI instance : enrollments.others()) {
                String path = "/api/v1/cadences/" + next.ref().id() + "/preview";
                affected = neighbours
                        .post(instance, path, yaml, request, Affected.class)
                        .map(affected::and)
                        .orElse(affected);
            }
        }
        return affected;
    }

    private Affected here(Cadence next) {
        String id = next.ref().id();
        Republication republication = new Republication(published, next);
        Instant now = clock.instant();
        List<Affected.Example> examples = enrollments.some(id, EXAMPLES).stream()
                .map(active -> new Affected.Example(
                        active.lead().id(),
                        active.cadence().version(),
                        Affected.Coming.of(active.next()),
                        Affected.Coming.of(republication.next(active, now))))
                .toList();
        return Affected.of(id, next.ref().version(), enrollments.waiting(id), examples);
    }
}
