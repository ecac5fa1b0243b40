package dev.seventouch.engine.web;

import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.engine.definition.Published;
import dev.seventouch.engine.dryrun.ImportPlay;
import dev.seventouch.engine.dryrun.LeadRows;
import dev.seventouch.engine.dryrun.Refused;
import dev.seventouch.engine.dryrun.WorkloadJson;
import dev.seventouch.engine.dryrun.WorkloadText;
import dev.seventouch.engine.simulation.World;
import dev.seventouch.service.web.BadRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a list of leads would bring about, by a plan that is published. Nothing changes by it, and nothing of the list is kept. */
@RestController
@RequestMapping("/api/v1/cadences")
class ListSimulationController {
    private static final String CSV = "text/csv";
    private static final String TEXT = "text/plain;charset=UTF-8";
    private static final String THE_LIST = "the list";
    private static final int MOST_BYTES = 4 << 20;
    private static final int MOST_ROWS = 10_000;
    private static final int READ_AT_A_TIME = 1 << 16;
    private static final String LATER = "10";

    private final Published published;
    private final InstantSource clock;
    /** A list takes a processor for seconds; leads are followed up on the same machine. */
    private final Semaphore oneAtATime = new Semaphore(1);

    ListSimulationController(Published published, InstantSource clock) {
        this.published = published;
        this.clock = clock;
    }

    @PostMapping(path = "/{id}/simulate", consumes = CSV, produces = MediaType.APPLICATION_JSON_VALUE)
    WorkloadJson asJson(@PathVariable String id, @RequestParam Map<String, String> parameters, InputStream csv)
            throws IOException {
        Cadence cadence = Newest.of(id, published);
        ListQuery query = ListQuery.of(parameters, cadence, clock.instant());
        return WorkloadJson.of(cadence.ref().toString(), play(cadence, query, csv), query.costs(), query.minutes());
    }

    @PostMapping(path = "/{id}/simulate", consumes = CSV, produces = TEXT)
    String asText(@PathVariable String id, @RequestParam Map<String, String> parameters, InputStream csv)
            throws IOException {
        Cadence cadence = Newest.of(id, published);
        ListQuery query = ListQuery.of(parameters, cadence, clock.instant());
        return WorkloadText.of(cadence.ref().toString(), play(cadence, query, csv), query.costs(), query.minutes());
    }

    private ImportPlay.Outcome play(Cadence cadence, ListQuery query, InputStream csv) throws IOException {
        if (!oneAtATime.tryAcquire()) {
            throw problem(HttpStatus.SERVICE_UNAVAILABLE, "Another list is being played; please send it again later.");
        }
        try {
            Path list = Files.createTempFile("list", ".csv");
            try {
                copy(csv, list);
                return play(new World(published, cadence), query, list);
            } finally {
                Files.deleteIfExists(list);
            }
        } finally {
            oneAtATime.release();
        }
    }

    private static void copy(InputStream csv, Path list) throws IOException {
        byte[] some = new byte[READ_AT_A_TIME];
        int bytes = 0;
        try (var out = Files.newOutputStream(list)) {
            for (int read = csv.read(some); read >= 0; read = csv.read(some)) {
                bytes += read;
                if (bytes > MOST_BYTES) {
                    throw problem(
                            HttpStatus.CONTENT_TOO_LARGE,
                            "The list is too large; at most " + (MOST_BYTES >> 20)
                                    + " MB are taken. Send a part of it, or play it on the command line.");
                }
                out.write(some, 0, read);
            }
        }
    }

    private static ImportPlay.Outcome play(World world, ListQuery query, Path list) {
        try {
            LeadRows leads = LeadRows.of(list, THE_LIST, query.region());
            if (leads.count(MOST_ROWS + 1) > MOST_ROWS) {
                throw problem(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "The list has too many rows; at most " + MOST_ROWS
                                + " are taken. Send a part of it, or play it on the command line.");
            }
            return ImportPlay.play(leads, world, query.from(), query.until());
        } catch (Refused refused) {
            throw new BadRequest("body", String.valueOf(refused.getMessage()));
        }
    }

    private static ErrorResponseException problem(HttpStatus status, String detail) {
        ErrorResponseException problem =
                new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            problem.getHeaders().set(HttpHeaders.RETRY_AFTER, LATER);
        }
        return problem;
    }
}
