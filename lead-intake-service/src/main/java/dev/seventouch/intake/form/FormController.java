package dev.seventouch.intake.form;

import dev.seventouch.intake.capture.Capture;
import dev.seventouch.intake.capture.Capture.Verdict;
import dev.seventouch.intake.idempotency.Once;
import dev.seventouch.intake.lead.Submission;
import dev.seventouch.intake.outbox.NotKept;
import dev.seventouch.intake.web.Bodies;
import dev.seventouch.intake.web.Language;
import dev.seventouch.intake.web.Pages;
import dev.seventouch.service.web.BadRequest;
import dev.seventouch.service.web.FieldProblem;
import dev.seventouch.service.web.NotFound;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Forms of a website: open to everybody, so an answer never tells whether a lead was known. */
@RestController
@RequestMapping("/forms/{formId}")
final class FormController {
    private static final Logger log = LoggerFactory.getLogger(FormController.class);
    private static final String WAY = "form";

    private final FormCatalogue forms;
    private final FormPress press;
    private final FormLimits limits;
    private final Challenges challenges;
    private final Bodies bodies;
    private final Capture capture;
    private final Pages pages;
    private final Once once;
    private final MeterRegistry meters;

    FormController(
            FormCatalogue forms,
            FormPress press,
            FormLimits limits,
            Challenges challenges,
            Bodies bodies,
            Capture capture,
            Pages pages,
            Once once,
            MeterRegistry meters) {
        this.forms = forms;
        this.press = press;
        this.limits = limits;
        this.challenges = challenges;
        this.bodies = bodies;
        this.capture = capture;
        this.pages = pages;
        this.once = once;
        this.meters = meters;
    }

    record Accepted(boolean accepted) {}

    @PostMapping
    ResponseEntity<?> take(@PathVariable String formId, HttpServletRequest request)
            throws IOException, HttpMediaTypeNotSupportedException {
        Form form = form(formId);
        try {
            limits.count(form, request.getRemoteAddr());
            return take(form, bodies.form(request), request);
        } catch (TooOften haste) {
            meters.counter("seventouch.intake.refused", "way", "haste").increment();
            if (Wish.of(request) != Wish.PAGE) {
                throw haste;
            }
            return pages.tooOften(languageOf(request), haste.retryAfter());
        }
    }

    private ResponseEntity<?> take(Form form, Map<String, List<String>> fields, HttpServletRequest request) {
        if (FormReader.isFromMachine(form, fields)) {
            meters.counter("seventouch.intake.refused", "way", "honeypot").increment();
            log.info("form {}: a machine filled the honeypot; nothing was kept", form.id());
            return thanks(form, request);
        }
        FormReader.haste(form, fields).ifPresent(missing -> {
            throw new TooOften(missing);
        });
        try {
            once.entry(
                    FormReader.entry(fields).orElse(null),
                    "/forms/" + form.id(),
                    FormReader.entered(form, fields),
                    (at, isDone) -> isDone || takeIn(form, fields, request.getRemoteAddr(), at));
        } catch (BadRequest | NotKept e) {
            if (Wish.of(request) != Wish.PAGE) {
                throw e;
            }
            return e instanceof BadRequest mistake ? mistaken(mistake, request) : pages.busy(languageOf(request));
        }
        return thanks(form, request);
    }

    private boolean takeIn(Form form, Map<String, List<String>> fields, String sender, Instant at) {
        Submission submission = FormReader.read(form, fields, sender, at);
        // Before a challenge is judged: what it gave the page counts only once.
        requireFilled(form, fields, submission);
        challenges.require(form, fields, sender);
        try {
            capture.take(submission, at, WAY);
        } catch (BadRequest mistake) {
            throw new BadRequest(mistake.problems().stream()
                    .map(each -> FormReader.shown(form, each.field(), each.message()))
                    .toList());
        }
        return true;
    }

    /** @throws BadRequest naming all that is missing, and all else that is wrong */
    private void requireFilled(Form form, Map<String, List<String>> fields, Submission submission) {
        List<FieldProblem> missing = FormReader.missing(form, fields);
        if (missing.isEmpty()) {
            return;
        }
        Map<String, FieldProblem> problems = new LinkedHashMap<>();
        missing.forEach(each -> problems.put(each.field(), each));
        if (capture.identify(List.of(submission)).getFirst() instanceof Verdict.Refused(var others)) {
            others.stream()
                    .map(each -> FormReader.shown(form, each.field(), each.message()))
                    .forEach(each -> problems.putIfAbsent(each.field(), each));
        }
        throw new BadRequest(List.copyOf(problems.values()));
    }

    @GetMapping("/thank-you")
    ResponseEntity<String> thankYou(@PathVariable String formId, HttpServletRequest request) {
        Form form = form(formId);
        return pages.show(HttpStatus.OK, "thank-you", languageOf(request), Map.of("confirm", form.confirm()));
    }

    /** No more than the form itself tells: for the page that it is in. */
    @GetMapping(path = "/embed.js", produces = "text/javascript;charset=utf-8")
    ResponseEntity<String> script(@PathVariable String formId) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic())
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .body(Embedding.script(form(formId)));
    }

    /** @throws NotReady if it may have been published and is not known yet */
    private Form form(String id) {
        return forms.find(id).orElseThrow(() -> press.hasReadAll() ? unknown() : new NotReady());
    }

    static NotFound unknown() {
        return new NotFound("There is no form with this id.");
    }

    private static ResponseEntity<?> thanks(Form form, HttpServletRequest request) {
        if (Wish.of(request) == Wish.JSON) {
            return ResponseEntity.status(HttpStatus.ACCEPTED).body(new Accepted(true));
        }
        URI next = form.thankYou() == null ? URI.create("/forms/" + form.id() + "/thank-you") : form.thankYou();
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(next).build();
    }

    private ResponseEntity<String> mistaken(BadRequest mistake, HttpServletRequest request) {
        List<Map<String, String>> problems =
                mistake.problems().stream().map(FormController::shown).toList();
        return pages.show(HttpStatus.BAD_REQUEST, "mistaken", languageOf(request), Map.of("problems", problems));
    }

    private static Map<String, String> shown(FieldProblem problem) {
        return Map.of("field", problem.field(), "message", problem.message());
    }

    private static Language languageOf(HttpServletRequest request) {
        return Language.of(null, request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
