package dev.seventouch.engine.web;

import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.engine.cadence.CadenceRef;
import dev.seventouch.engine.definition.CadenceReader;
import dev.seventouch.engine.definition.Problem;
import dev.seventouch.engine.definition.Published;
import dev.seventouch.engine.definition.Publisher;
import dev.seventouch.engine.definition.Reading;
import dev.seventouch.engine.simulation.Line;
import dev.seventouch.engine.simulation.SampleLead;
import dev.seventouch.engine.simulation.Simulation;
import dev.seventouch.service.web.BadRequest;
import dev.seventouch.service.web.FieldProblem;
import dev.seventouch.service.web.NotFound;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Cadences: what is published, publishing, and playing one forward. */
@RestController
@RequestMapping("/api/v1/cadences")
class CadenceController {
    private static final Duration LONGEST = Duration.ofDays(3660);

    private final Published published;
    private final Publisher publisher;
    private final InstantSource clock;

    CadenceController(Published published, Publisher publisher, InstantSource clock) {
        this.published = published;
        this.publisher = publisher;
        this.clock = clock;
    }

    record Listed(String id, int version, int steps) {}

    record Versioned(String id, int version, String yaml) {}

    /** @param days how far to play, at most ten years */
    record Play(@Nullable Instant from, @Nullable Integer days) {}

    record Calendar(String id, int version, List<Line> touches) {}

    @GetMapping
    List<Listed> list() {
        return published
                .newest()
                .map(cadence -> new Listed(
                        cadence.ref().id(),
                        cadence.ref().version(),
                        cadence.steps().size()))
                .toList();
    }

    @GetMapping("/{id}")
    Versioned newest(@PathVariable String id) {
        CadenceRef ref = newestOf(id).ref();
        return new Versioned(id, ref.version(), published.source(ref).orElseThrow());
    }

    /** Publishes a new version. Who is enrolled goes on by the version of the start. */
    @PutMapping(
            path = "/{id}",
            consumes = {"application/yaml", "application/x-yaml", MediaType.TEXT_PLAIN_VALUE})
    Versioned publish(@PathVariable String id, @RequestBody String yaml) {
        Cadence cadence = switch (CadenceReader.read(yaml, 1)) {
            case Reading.Read<Cadence>(var read) -> read;
            case Reading.Broken<Cadence>(var problems) ->
                throw new BadRequest(
                        problems.stream().map(CadenceController::named).toList());
        };
        if (!cadence.ref().id().equals(id)) {
            throw new BadRequest("id", "the text says \"" + cadence.ref().id() + "\", the address says \"" + id + "\"");
        }
        CadenceRef ref = publisher.publish(id, yaml);
        return new Versioned(id, ref.version(), yaml);
    }

    private static FieldProblem named(Problem problem) {
        return new FieldProblem("line " + problem.line() + ", column " + problem.column(), problem.message());
    }

    @PostMapping("/{id}/simulate")
    Calendar simulate(@PathVariable String id, @RequestBody(required = false) @Nullable Play play) {
        Cadence cadence = newestOf(id);
        Instant from = play == null || play.from() == null ? clock.instant() : play.from();
        Duration length = Duration.ofDays(play == null || play.days() == null ? 365 : play.days());
        if (length.isNegative() || length.isZero() || length.compareTo(LONGEST) > 0) {
            throw new BadRequest("days", "expected 1 to " + LONGEST.toDays());
        }
        return new Calendar(
                id,
                cadence.ref().version(),
                Simulation.run(cadence, published.library(), SampleLead.of(cadence), from, from.plus(length)));
    }

    private Cadence newestOf(String id) {
        return published
                .newest(id)
                .flatMap(published::cadence)
                .orElseThrow(() -> new NotFound("There is no cadence \"" + id + "\"; there are "
                        + list().stream().map(Listed::id).toList() + "."));
    }
}
