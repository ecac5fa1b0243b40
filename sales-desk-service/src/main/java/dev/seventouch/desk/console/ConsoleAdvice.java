package dev.seventouch.desk.console;

import dev.seventouch.desk.away.IntakeAway;
import dev.seventouch.desk.away.MailerAway;
import dev.seventouch.desk.deadletter.LogAway;
import dev.seventouch.service.stream.LogUnreachable;
import dev.seventouch.service.web.BadRequest;
import dev.seventouch.service.web.NotFound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What went wrong on a page is said on a page; before the advice that answers in JSON. */
@RestControllerAdvice(
        assignableTypes = {
            ConsoleController.class,
            LibraryController.class,
            LettersController.class,
            TemplatesController.class,
            CheckCopyController.class,
            MailController.class,
            DeadLettersController.class
        })
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ConsoleAdvice {
    private static final Logger log = LoggerFactory.getLogger(ConsoleAdvice.class);
    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    private final Pages pages;

    ConsoleAdvice(Pages pages) {
        this.pages = pages;
    }

    @ExceptionHandler
    ResponseEntity<String> notFound(NotFound missing) {
        return problem(HttpStatus.NOT_FOUND, "Not here", String.valueOf(missing.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<String> badRequest(BadRequest mistake) {
        return problem(
                HttpStatus.BAD_REQUEST,
                "That can't be noted",
                mistake.problems().getFirst().message());
    }

    @ExceptionHandler
    ResponseEntity<String> unreachable(LogUnreachable outage) {
        return problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "Not noted yet",
                "The desk can't reach the house's log. The task is still open; please try again in a few seconds.");
    }

    @ExceptionHandler
    ResponseEntity<String> away(MailerAway outage) {
        return away(
                outage,
                "The mailer can't be reached",
                "It has the letters and the templates, and did not answer as it should; the log says why. If you pressed "
                        + "a button, look again at what is so before you press it once more.");
    }

    @ExceptionHandler
    ResponseEntity<String> away(IntakeAway outage) {
        return away(
                outage,
                "The mail can't be reached",
                "Intake, which has it, did not answer as it should; the log says why. If you pressed a button, press the same "
                        + "one again later: it counts once.");
    }

    @ExceptionHandler
    ResponseEntity<String> away(LogAway outage) {
        return away(
                outage,
                "The dead letters can't be reached",
                "Kafka, which has them, did not answer in time. If you pressed a button, look at the dead letters again "
                        + "before you press it once more: they tell what was replayed.");
    }

    private ResponseEntity<String> away(RuntimeException outage, String title, String what) {
        log.warn("answered 503: {}", outage.getMessage(), outage);
        return problem(HttpStatus.SERVICE_UNAVAILABLE, title, what);
    }

    private ResponseEntity<String> problem(HttpStatus status, String title, String what) {
        return ResponseEntity.status(status)
                .contentType(HTML)
                .body(pages.fill("problem", new Models.ProblemPage(title, what)));
    }
}
