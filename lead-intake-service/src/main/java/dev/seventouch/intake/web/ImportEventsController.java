package dev.seventouch.intake.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seventouch.intake.imports.Import;
import dev.seventouch.intake.imports.Imports;
import dev.seventouch.service.web.NotFound;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

/**
 * How an import comes on, as server-sent events (WHATWG HTML, section 9.2). Each {@code progress} is the whole of it, so
 * whoever comes back has missed nothing; {@code end} is the last.
 */
@RestController
final class ImportEventsController {
    private static final Logger log = LoggerFactory.getLogger(ImportEventsController.class);

    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(10);

    /** A browser then comes back by itself. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** Each has a thread to itself. */
    private static final int MOST_WATCHERS = 20;

    private final Imports imports;
    private final JsonMapper json;
    private final Semaphore places = new Semaphore(MOST_WATCHERS);

    ImportEventsController(Imports imports, JsonMapper json) {
        this.imports = imports;
        this.json = json;
    }

    @GetMapping(path = "/api/v1/imports/{importId}/events")
    void watch(@PathVariable String importId, HttpServletResponse response) {
        Import first = find(importId);
        if (!places.tryAcquire()) {
            throw new ResponseStatusException(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "Already " + MOST_WATCHERS + " are watching; ask for /api/v1/imports/{importId} instead.");
        }
        try {
            response.setContentType("text/event-stream;charset=utf-8");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader("X-Accel-Buffering", "no");
            tell(first, response.getOutputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            log.debug("whoever watched import={} has gone", importId);
        } finally {
            places.release();
        }
    }

    private void tell(Import first, OutputStream out) throws IOException, InterruptedException {
        long until = System.nanoTime() + LONGEST.toNanos();
        long told = System.nanoTime();
        Import current = first;
        write("retry: 1000\n" + event("progress", current), out);
        while (!current.progress().isOver() && System.nanoTime() < until) {
            Thread.sleep(LOOK_EVERY);
            Import next = find(current.id());
            if (!next.equals(current)) {
                current = next;
                write(event("progress", current), out);
                told = System.nanoTime();
            } else if (System.nanoTime() - told > SIGN_OF_LIFE.toNanos()) {
                write(":\n\n", out); // fails if nobody listens any more
                told = System.nanoTime();
            }
        }
        if (current.progress().isOver()) {
            write(event("end", current), out);
        }
    }

    private String event(String name, Import each) {
        return "event: " + name + "\ndata: " + json.writeValueAsString(ImportAnswer.of(each)) + "\n\n";
    }

    private static void write(String text, OutputStream out) throws IOException {
        out.write(text.getBytes(UTF_8));
        out.flush();
    }

    private Import find(String id) {
        return imports.find(id).orElseThrow(() -> new NotFound("There is no import with this id."));
    }
}
