package dev.seventouch.engine.web;

import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.engine.definition.Published;
import dev.seventouch.engine.enrollment.Enrollments;
import dev.seventouch.engine.simulation.Republication;
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
