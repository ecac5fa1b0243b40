package dev.seventouch.intake.link;

import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.Rep;
import dev.seventouch.intake.capture.LeadView;
import dev.seventouch.intake.outbox.NotKept;
import dev.seventouch.intake.signal.Signals;
import dev.seventouch.intake.suppression.LedgerUnreachable;
import dev.seventouch.intake.web.Bodies;
import dev.seventouch.intake.web.BodyTooLarge;
import dev.seventouch.intake.web.Language;
import dev.seventouch.intake.web.Pages;
import dev.seventouch.service.link.Link;
import dev.seventouch.service.link.Link.Purpose;
import dev.seventouch.service.link.Links;
import dev.seventouch.service.web.BadRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The links in our mail. Scanners follow every link, so a GET only ever shows a page with a button; a POST acts. A token
 * that can't be opened gets the same page from both.
 */
@RestController
final class LinkController {
    private static final Logger log = LoggerFactory.getLogger(LinkController.class);

    /** The only field of a one-click unsubscribe and its value, RFC 8058 section 3.1. */
    private static final String ONE_CLICK_FIELD = "List-Unsubscribe";

    private static final String ONE_CLICK = "One-Click";
    private static final String CALL_AT_FIELD = "callAt";

    private final Links links;
    private final LeadView known;
    private final Signals signals;
    private final Visits visits;
    private final Confirmations confirmations;
    private final Bodies bodies;
    private final Pages pages;

    LinkController(
            Links links,
            LeadView known,
            Signals signals,
            Visits visits,
            Confirmations confirmations,
            Bodies bodies,
            Pages pages) {
        this.links = links;
        this.known = known;
        this.signals = signals;
        this.visits = visits;
        this.confirmations = confirmations;
        this.bodies = bodies;
        this.pages = pages;
    }

    @GetMapping("/u/{token}")
    ResponseEntity<String> askWhetherToStop(@PathVariable String token, HttpServletRequest request) {
        return ask("stop", links.open(Purpose.UNSUBSCRIBE, token), request);
    }

    /** Both a mailbox provider's one-click (RFC 8058) and the button on our own page. */
    @PostMapping("/u/{token}")
    ResponseEntity<String> stop(@PathVariable String token, HttpServletRequest request)
            throws IOException, HttpMediaTypeNotSupportedException {
        Optional<Link> link = links.open(Purpose.UNSUBSCRIBE, token);
        if (link.isPresent() && !isOneClick(bodies.form(request))) {
            return show(HttpStatus.BAD_REQUEST, "stop", link, request);
        }
        return act(link, "stopped", found -> signals.unsubscribe(found.lead(), found.touch()), request);
    }

    @GetMapping("/r/{token}")
    ResponseEntity<String> askWhetherReady(@PathVariable String token, HttpServletRequest request) {
        return ask("ready", links.open(Purpose.READY_TO_BUY, token), request);
    }

    @PostMapping("/r/{token}")
    ResponseEntity<String> ready(@PathVariable String token, HttpServletRequest request) throws IOException {
        String callAt = callAt(request);
        return act(
                links.open(Purpose.READY_TO_BUY, token),
                "called",
                found -> signals.readyToBuy(found.lead(), found.touch(), callAt),
                request);
    }

    /** Whoever is ready is called, whatever else comes with it. */
    private @Nullable String callAt(HttpServletRequest request) throws IOException {
        try {
            return bodies.form(request).getOrDefault(CALL_AT_FIELD, List.of("")).getFirst();
        } catch (BadRequest | BodyTooLarge | HttpMediaTypeNotSupportedException e) {
            return null;
        }
    }

    @GetMapping("/y/{token}")
    ResponseEntity<String> askWhetherItWasThem(@PathVariable String token, HttpServletRequest request) {
        return onRequestToConfirm(token, request, link -> ask("confirm", link, request));
    }

    @PostMapping("/y/{token}")
    ResponseEntity<String> confirm(@PathVariable String token, HttpServletRequest request) {
        return onRequestToConfirm(
                token,
                request,
                link -> act(
                        link,
                        "confirmed",
                        found -> signals.confirm(found.lead(), request.getRemoteAddr(), found.touch()),
                        request));
    }

    private ResponseEntity<String> onRequestToConfirm(
            String token, HttpServletRequest request, Function<Optional<Link>, ResponseEntity<String>> answer) {
        Optional<Link> link = links.open(Purpose.CONFIRM, token);
        return link.isPresent() && confirmations.isTooLate(link.get().lead())
                ? show(HttpStatus.GONE, "too-late", link, request)
                : answer.apply(link);
    }

    /** A look changes nothing; it helps to tell a scanner, which looks at every link of a mail. */
    private ResponseEntity<String> ask(String page, Optional<Link> link, HttpServletRequest request) {
        link.ifPresent(found -> visits.note(found, request));
        return show(HttpStatus.OK, page, link, request);
    }

    private static boolean isOneClick(Map<String, List<String>> fields) {
        return fields.getOrDefault(ONE_CLICK_FIELD, List.of()).contains(ONE_CLICK);
    }

    private ResponseEntity<String> act(
            Optional<Link> link, String page, Consumer<Link> action, HttpServletRequest request) {
        try {
            link.ifPresent(action);
            return show(HttpStatus.OK, page, link, request);
        } catch (LedgerUnreachable | NotKept e) {
            log.warn("answered 503: {}", e.getMessage(), e);
            return pages.busy(Language.of(null, request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
        }
    }

    private ResponseEntity<String> show(
            HttpStatus status, String page, Optional<Link> link, HttpServletRequest request) {
        Addressee addressee = Addressee.of(link, known, request);
        if (link.isEmpty()) {
            return pages.show(HttpStatus.NOT_FOUND, "gone", addressee.language(), Map.of());
        }
        Optional<String> owner = addressee.lead().map(Lead::owner).map(Rep::name);
        return pages.show(
                status,
                page,
                addressee.language(),
                owner.<Map<String, Object>>map(name -> Map.of("owner", name)).orElseGet(Map::of));
    }
}
