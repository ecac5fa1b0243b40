package dev.seventouch.desk.console;

import dev.seventouch.desk.deadletter.Cursor;
import dev.seventouch.desk.deadletter.DeadLetterOffice;
import dev.seventouch.desk.deadletter.Place;
import dev.seventouch.service.web.BadRequest;
import dev.seventouch.service.web.NotFound;
import java.net.URI;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The pages for what could not be read. A single one is replayed from the page that shows all of it, all of a topic from a
 * page that says what that means; each leads back to a page that tells what is so by then.
 */
@RestController
@RequestMapping("/dead-letters")
final class DeadLettersController {
    private static final String HTML = "text/html;charset=UTF-8";
    private static final int LETTERS = 30;

    private final Pages pages;
    private final Frames frames;
    private final DeadLetterOffice office;
    private final DeadLetterWords words;

    DeadLettersController(Pages pages, Frames frames, DeadLetterOffice office, DeadLetterWords words) {
        this.pages = pages;
        this.frames = frames;
        this.office = office;
        this.words = words;
    }

    /** @param replayed how many were replayed just now, {@code more} whether there are more of them */
    @GetMapping(produces = HTML)
    String list(
            Principal rep,
            CsrfToken csrf,
            @RequestParam(defaultValue = "") String topic,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer replayed,
            @RequestParam(required = false) @Nullable String more) {
        String wanted = topic.isBlank() ? null : known(topic.strip());
        Cursor from = after == null
                ? Cursor.START
                : Cursor.parse(after).orElseThrow(() -> new BadRequest("after", "follow the link to the next page"));
        return pages.fill(
                "dead-letters",
                new Models.DeadLettersPage(
                        frames.of(rep, csrf, "dead-letters"),
                        Words.part(office.newest(wanted, from, LETTERS).map(words::row)),
                        office.topics(),
                        topic.strip(),
                        replayed == null ? null : DeadLetterWords.tally(replayed, more != null)));
    }

    @GetMapping(path = "/{topic}/{partition}/{offset}", produces = HTML)
    String one(
            Principal rep,
            CsrfToken csrf,
            @PathVariable String topic,
            @PathVariable String partition,
            @PathVariable String offset,
            @RequestParam(required = false) @Nullable String noted,
            @RequestParam(required = false) @Nullable String late) {
        DeadLetterOffice.Shown shown =
                office.open(place(topic, partition, offset)).orElseThrow(DeadLettersController::gone);
        String notice = noted != null ? "Replayed." : late != null ? "Nothing was sent; below is why." : null;
        return pages.fill(
                "dead-letter",
                new Models.DeadLetterPage(
                        frames.of(rep, csrf, "dead-letters"),
                        words.row(shown.listed()),
                        shown.opened() == null ? null : words.content(shown.opened()),
                        DeadLetterWords.replaces(topic),
                        notice));
    }

    @PostMapping("/{topic}/{partition}/{offset}/replay")
    ResponseEntity<Void> replay(
            Principal rep,
            @PathVariable String topic,
            @PathVariable String partition,
            @PathVariable String offset,
            @RequestParam(required = false) @Nullable String again) {
        Place place = place(topic, partition, offset);
        boolean isSent = office.replay(place, rep.getName(), again != null)
                .orElseThrow(DeadLettersController::gone)
                .isSent();
        return seeOther("/dead-letters/" + place + (isSent ? "?noted" : "?late"));
    }

    /** Asks before all of a topic goes. */
    @GetMapping(path = "/{topic}/replay", produces = HTML)
    String ask(Principal rep, CsrfToken csrf, @PathVariable String topic) {
        return pages.fill(
                "dead-letters-replay",
                new Models.ReplayAllPage(
                        frames.of(rep, csrf, "dead-letters"),
                        known(topic),
                        DeadLetterWords.replaces(topic),
                        DeadLetterOffice.MOST_AT_ONCE));
    }

    @PostMapping("/{topic}/replay")
    ResponseEntity<Void> replayAll(Principal rep, @PathVariable String topic) {
        DeadLetterOffice.Tally tally = office.replayAll(known(topic), rep.getName());
        return seeOther("/dead-letters?topic=" + topic + "&replayed=" + tally.sent() + (tally.more() ? "&more" : ""));
    }

    private String known(String topic) {
        if (!office.topics().contains(topic)) {
            throw new NotFound("There is no such topic.");
        }
        return topic;
    }

    private Place place(String topic, String partition, String offset) {
        return Place.parse(known(topic), partition, offset).orElseThrow(DeadLettersController::gone);
    }

    private static NotFound gone() {
        return new NotFound("There is no such dead letter, or none any more: they are dropped within 30 days.");
    }

    private static ResponseEntity<Void> seeOther(String where) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(where))
                .build();
    }
}
