package dev.seventouch.desk.web;

import dev.seventouch.desk.deadletter.Cursor;
import dev.seventouch.desk.deadletter.DeadLetterOffice;
import dev.seventouch.desk.deadletter.Listed;
import dev.seventouch.desk.deadletter.LogAway;
import dev.seventouch.desk.deadletter.Place;
import dev.seventouch.desk.deadletter.Replay;
import dev.seventouch.desk.page.Page;
import dev.seventouch.service.web.BadRequest;
import dev.seventouch.service.web.NotFound;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** What could not be read: to look at, and to send back to where it came from. */
@RestController
@RequestMapping("/api/v1/dead-letters")
final class DeadLetterController {
    private static final Logger log = LoggerFactory.getLogger(DeadLetterController.class);
    private static final int USUAL = 50;
    private static final int MOST = 200;
    private static final int LONGEST_NAME = 80;

    private final DeadLetterOffice office;

    DeadLetterController(DeadLetterOffice office) {
        this.office = office;
    }

    /** @param next the address of the next page; absent on the last one */
    record DeadLettersView(
            List<DeadLetterView> deadLetters, @Nullable String next) {}

    /**
     * @param by who replays it
     * @param again whether one that is in doubt is to go once more; not unless said
     */
    record Wish(@Nullable String by, @Nullable Boolean again) {}

    /** @param more whether some are left */
    record TallyView(int replayed, boolean more) {}

    @GetMapping
    DeadLettersView list(
            @RequestParam(required = false) @Nullable String topic,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String limit) {
        String wanted = topic == null || topic.isBlank() ? null : known(topic.strip());
        int most = Ask.limit(limit, USUAL, MOST);
        Page<DeadLetterView> page = office.newest(wanted, cursor(after), most).map(DeadLetterView::of);
        return new DeadLettersView(page.items(), page.next() == null ? null : address(wanted, most, page.next()));
    }

    @GetMapping("/{topic}/{partition}/{offset}")
    DeadLetterView.OpenedView one(
            @PathVariable String topic, @PathVariable String partition, @PathVariable String offset) {
        return office.open(place(topic, partition, offset))
                .map(shown -> DeadLetterView.OpenedView.of(shown.listed(), shown.opened()))
                .orElseThrow(() -> gone(topic, partition, offset));
    }

    @PostMapping("/{topic}/{partition}/{offset}/replay")
    DeadLetterView replay(
            @PathVariable String topic,
            @PathVariable String partition,
            @PathVariable String offset,
            @RequestBody Wish wish) {
        String by = by(wish);
        DeadLetterOffice.Answer answer = office.replay(
                        place(topic, partition, offset), by, Boolean.TRUE.equals(wish.again()))
                .orElseThrow(() -> gone(topic, partition, offset));
        if (!answer.isSent()) {
            throw refused(answer.listed());
        }
        return DeadLetterView.of(answer.listed());
    }

    @PostMapping("/{topic}/replay")
    TallyView replayAll(@PathVariable String topic, @RequestBody Wish wish) {
        DeadLetterOffice.Tally tally = office.replayAll(known(topic), by(wish));
        return new TallyView(tally.sent(), tally.more());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> away(LogAway outage) {
        log.warn("answered 503: {}", outage.getMessage(), outage);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE,
                "Kafka did not answer in time. If you asked for a replay, look first at what was replayed.");
        return ResponseEntity.status(problem.getStatus())
                .header(HttpHeaders.RETRY_AFTER, "5")
                .body(problem);
    }

    private static ErrorResponseException refused(Listed listed) {
        Place place = listed.letter().place();
        Replay replay = listed.replay();
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, why(listed, replay));
        if (replay != null) {
            problem.setProperty("replay", DeadLetterView.ReplayView.of(replay));
        }
        problem.setProperty("deadLetter", place.toString());
        return new ErrorResponseException(HttpStatus.CONFLICT, problem, null);
    }

    private static String why(Listed listed, @Nullable Replay replay) {
        return switch (listed.standing()) {
            case ERASED -> "Its lead was erased; nothing was sent.";
            case SET_ASIDE -> "Somebody else was quicker, and it was not sent; please look again.";
            case REPLAYED -> "It was replayed by " + who(replay) + "; nothing was sent.";
            case ON_ITS_WAY -> "It is being replayed by " + who(replay) + "; nothing was sent.";
            case IN_DOUBT ->
                "It is not known whether it arrived when it was replayed by " + who(replay)
                        + "; nothing was sent. Look for a record with the header seventouch_replay on the topic; if there "
                        + "is none, send this again with \"again\": true.";
        };
    }

    private static String who(@Nullable Replay replay) {
        Replay known = Objects.requireNonNull(replay);
        return known.by() + " at " + known.at();
    }

    private static String by(Wish wish) {
        String by = wish.by() == null ? "" : wish.by().strip();
        if (by.isEmpty() || by.length() > LONGEST_NAME) {
            throw new BadRequest("by", "is the name of who replays it, up to " + LONGEST_NAME + " characters");
        }
        return by;
    }

    private static Cursor cursor(@Nullable String after) {
        return after == null || after.isBlank()
                ? Cursor.START
                : Cursor.parse(after.strip())
                        .orElseThrow(() -> new BadRequest("after", "is taken from next of the page before"));
    }

    private String known(String topic) {
        if (!office.topics().contains(topic)) {
            throw new NotFound(
                    "There is no topic " + topic + "; it is one of " + String.join(", ", office.topics()) + ".");
        }
        return topic;
    }

    private Place place(String topic, String partition, String offset) {
        return Place.parse(known(topic), partition, offset).orElseThrow(() -> gone(topic, partition, offset));
    }

    private static NotFound gone(String topic, String partition, String offset) {
        return new NotFound("There is no dead letter of " + topic + " at partition " + partition + ", offset " + offset
                + ", or none any more: they are dropped within 30 days.");
    }

    private static String address(@Nullable String topic, int limit, String after) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/api/v1/dead-letters")
                .queryParam("limit", limit)
                .queryParam("after", after);
        if (topic != null) {
            address.queryParam("topic", topic);
        }
        return address.encode().build().toUriString();
    }
}
