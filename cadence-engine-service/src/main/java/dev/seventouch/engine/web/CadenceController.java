package dev.seventouch.engine.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.engine.cadence.CadenceRef;
import dev.seventouch.engine.definition.NamedTemplates;
import dev.seventouch.engine.definition.Published;
import dev.seventouch.engine.definition.Publisher;
import dev.seventouch.events.cadence.Enrolled;
import dev.seventouch.service.web.BadRequest;
import dev.seventouch.service.web.FieldProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cadences: what is published, and publishing. */
@RestController
@RequestMapping("/api/v1/cadences")
class CadenceController {
    private final Published published;
    private final Publisher publisher;
    private final Publishing publishing;

    CadenceController(Published published, Publisher publisher, Publishing publishing) {
        this.published = published;
        this.publisher = publisher;
        this.publishing = publishing;
    }

    record Listed(String id, int version, int steps) {}

    /**
     * @param warnings of what it names that is not there yet, each with its place
     * @param affected whom it concerns that was published just now; null if that was nobody, or nothing was
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Versioned(
            String id,
            int version,
            String yaml,
            List<FieldProblem> warnings,
            @Nullable Affected affected) {}

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
        CadenceRef ref = Newest.of(id, published).ref();
        return versioned(ref, published.source(ref).orElseThrow(), null);
    }

    /**
     * Publishes a new version. While leads are enrolled on earlier ones it has to be said what becomes of them; unless it is,
     * nothing is published. The answer tells whom it concerns in any case.
     */
    @PutMapping(
            path = "/{id}",
            consumes = {MediaType.APPLICATION_YAML_VALUE, "application/x-yaml", MediaType.TEXT_PLAIN_VALUE})
    ResponseEntity<Object> publish(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String enrolled,
            @RequestBody String yaml,
            HttpServletRequest request) {
        Enrolled decided = enrolled(enrolled);
        Cadence next = Draft.of(yaml, id, published);
        Affected affected = publishing.isPublished(id, yaml) ? null : publishing.affected(next, yaml, request);
        if (affected != null && affected.enrolled() == 0) {
            affected = null;
        }
        if (decided == null && affected != null) {
            return ResponseEntity.status(HttpStatus.CONFLICT)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(undecided(affected));
        }
        CadenceRef ref = publisher.publish(id, yaml, decided);
        return ResponseEntity.ok(versioned(ref, yaml, affected));
    }

    /** Whom a new version would concern, and what their next touch would become. Publishes nothing. */
    @PostMapping(
            path = "/{id}/preview",
            consumes = {MediaType.APPLICATION_YAML_VALUE, "application/x-yaml", MediaType.TEXT_PLAIN_VALUE})
    Affected preview(@PathVariable String id, @RequestBody String yaml, HttpServletRequest request) {
        return publishing.affected(Draft.of(yaml, id, published), yaml, request);
    }

    private Versioned versioned(CadenceRef ref, String yaml, @Nullable Affected affected) {
        List<FieldProblem> warnings = NamedTemplates.unknown(yaml, published.templates()).stream()
                .map(Draft::named)
                .toList();
        return new Versioned(ref.id(), ref.version(), yaml, warnings, affected);
    }

    private static @Nullable Enrolled enrolled(@Nullable String word) {
        return switch (word) {
            case null -> null;
            case "migrate" -> Enrolled.MIGRATE;
            case "finish" -> Enrolled.FINISH;
            default ->
                throw new BadRequest(
                        "enrolled", "expected migrate (they go on by the new version) or finish (they stay)");
        };
    }

    private static ProblemDetail undecided(Affected affected) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT,
                affected.enrolled()
                        + " leads are on earlier versions. Say what becomes of them: ?enrolled=migrate or ?enrolled=finish.");
        problem.setProperty("affected", affected);
        return problem;
    }
}
