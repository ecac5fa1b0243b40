package dev.seventouch.desk.console;

import dev.seventouch.desk.letter.Paper;
import dev.seventouch.desk.letter.PrintRoom;
import dev.seventouch.desk.letter.Stack;
import dev.seventouch.events.touch.TouchId;
import dev.seventouch.service.web.BadRequest;
import dev.seventouch.service.web.NotFound;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The pages for whoever prints and posts letters. What they show and do is the mailer's; nothing of it is kept here. A step
 * leads back to its page, which tells what is so by then.
 */
@RestController
@RequestMapping("/letters")
final class LettersController {
    private static final String HTML = "text/html;charset=UTF-8";
    private static final int WAITING = 10;
    private static final int LETTERS = 100;

    private final Pages pages;
    private final Frames frames;
    private final PrintRoom room;
    private final LetterWords words;

    LettersController(Pages pages, Frames frames, PrintRoom room, LetterWords words) {
        this.pages = pages;
        this.frames = frames;
        this.room = room;
        this.words = words;
    }

    @GetMapping(produces = HTML)
    String letters(Principal rep, CsrfToken csrf) {
        return pages.fill(
                "letters", new Models.LettersPage(frames.of(rep, csrf, "letters"), words.queue(room.queue(), WAITING)));
    }

    @PostMapping
    ResponseEntity<Void> makeBatch() {
        return room.makeBatch().map(batch -> to(batch.id(), "")).orElseGet(() -> seeOther("/letters"));
    }

    /** @param find shows only those whose address has it */
    @GetMapping(path = "/{batch}", produces = HTML)
    String batch(
            Principal rep,
            CsrfToken csrf,
            @PathVariable String batch,
            @RequestParam(defaultValue = "") String find,
            @RequestParam(required = false) @Nullable String noted,
            @RequestParam(required = false) @Nullable String late) {
        Stack stack = room.stack(batch).orElseThrow(LettersController::none);
        String notice =
                noted != null ? "Noted." : late != null ? "Somebody else was quicker: nothing was changed." : null;
        return pages.fill(
                "letter-batch",
                new Models.BatchPage(
                        frames.of(rep, csrf, "letters"),
                        words.stack(stack, find.strip(), LETTERS),
                        find.strip(),
                        LETTERS,
                        notice));
    }

    @GetMapping("/{batch}/{file:.+\\.(?:pdf|csv)}")
    ResponseEntity<byte[]> fetch(@PathVariable String batch, @PathVariable String file) {
        Paper paper = Paper.named(file).orElseThrow(LettersController::none);
        byte[] bytes = room.fetch(batch, paper).orElseThrow(LettersController::none);
        return ResponseEntity.ok()
                .contentType(
                        paper == Paper.MERGE_FILE
                                ? MediaType.parseMediaType("text/csv;charset=UTF-8")
                                : MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + batch + "-" + file + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(bytes);
    }

    @PostMapping("/{batch}/claim")
    ResponseEntity<Void> claim(Principal rep, @PathVariable String batch) {
        return back(batch, room.claim(batch, rep.getName()));
    }

    @PostMapping("/{batch}/release")
    ResponseEntity<Void> release(Principal rep, @PathVariable String batch) {
        return back(batch, room.release(batch, rep.getName()));
    }

    @PostMapping("/{batch}/posted")
    ResponseEntity<Void> posted(Principal rep, @PathVariable String batch) {
        return back(batch, room.posted(batch, rep.getName()));
    }

    @PostMapping("/{batch}/returned")
    ResponseEntity<Void> returned(
            @PathVariable String batch, @RequestParam(name = "touch", defaultValue = "") List<String> touches) {
        if (touches.isEmpty() || touches.size() > LETTERS) {
            throw new BadRequest("touch", "tick what came back, " + LETTERS + " at most");
        }
        Set<TouchId> came = touches.stream().map(LettersController::touch).collect(Collectors.toSet());
        return back(batch, room.returned(batch, came) > 0);
    }

    private static ResponseEntity<Void> back(String batch, boolean done) {
        return to(batch, done ? "?noted" : "?late");
    }

    private static ResponseEntity<Void> to(String batch, String query) {
        if (!batch.matches("[0-9a-z-]+")) {
            throw none();
        }
        return seeOther("/letters/" + batch + query);
    }

    private static ResponseEntity<Void> seeOther(String where) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(where))
                .build();
    }

    private static TouchId touch(String id) {
        try {
            return new TouchId(id);
        } catch (IllegalArgumentException e) {
            throw none();
        }
    }

    private static NotFound none() {
        return new NotFound("There is no such batch of letters.");
    }
}
