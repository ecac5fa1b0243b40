package dev.seventouch.intake.link;

import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.wire.Json;
import dev.seventouch.intake.capture.LeadView;
import dev.seventouch.intake.outbox.NotKept;
import dev.seventouch.intake.signal.Signals;
import dev.seventouch.intake.suppression.LedgerUnreachable;
import dev.seventouch.intake.web.Bodies;
import dev.seventouch.intake.web.Language;
import dev.seventouch.intake.web.Pages;
import dev.seventouch.service.link.Link;
import dev.seventouch.service.link.Links;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** How often, by which ways and about what a lead wants to hear. As with all links, a GET only shows; a POST acts. */
@RestController
final class PreferencesController {
    private static final Logger log = LoggerFactory.getLogger(PreferencesController.class);

    private final Links links;
    private final LeadView known;
    private final Signals signals;
    private final Visits visits;
    private final TopicChoice topics;
    private final Bodies bodies;
    private final Pages pages;

    PreferencesController(
            Links links,
            LeadView known,
            Signals signals,
            Visits visits,
            TopicChoice topics,
            Bodies bodies,
            Pages pages) {
        this.links = links;
        this.known = known;
        this.signals = signals;
        this.visits = visits;
        this.topics = topics;
        this.bodies = bodies;
        this.pages = pages;
    }

    @GetMapping("/p/{token}")
    ResponseEntity<String> ask(@PathVariable String token, HttpServletRequest request) {
        Optional<Link> link = links.open(Link.Purpose.PREFERENCES, token);
        Language language = Addressee.of(link, known, request).language();
        link.ifPresent(found -> visits.note(found, request));
        return link.isPresent() ? page(HttpStatus.OK, language, false) : gone(language);
    }

    @PostMapping("/p/{token}")
    ResponseEntity<String> keep(@PathVariable String token, HttpServletRequest request)
            throws IOException, HttpMediaTypeNotSupportedException {
        Optional<Link> link = links.open(Link.Purpose.PREFERENCES, token);
        Language language = Addressee.of(link, known, request).language();
        if (link.isEmpty()) {
            return gone(language);
        }
        Map<String, List<String>> fields = bodies.form(request);
        try {
            if (fields.containsKey("stop")) {
                signals.unsubscribe(link.get().lead(), link.get().touch());
                return pages.show(HttpStatus.OK, "stopped", language, Map.of());
            }
            Optional<Wishes> wishes = Wishes.read(fields, topics.offered());
            if (wishes.isEmpty()) {
                return page(HttpStatus.BAD_REQUEST, language, true);
            }
            keep(link.get().lead(), wishes.get());
            return pages.show(HttpStatus.OK, "preferred", language, Map.of());
        } catch (LedgerUnreachable | NotKept e) {
            log.warn("answered 503: {}", e.getMessage(), e);
            return pages.busy(language);
        }
    }

    private void keep(LeadId lead, Wishes wishes) {
        signals.prefer(lead, wishes.lessOften(), wishes.media(), wishes.topics());
        if (wishes.pause() != null) {
            signals.pause(lead, wishes.pause());
        } else if (wishes.resume()) {
            signals.resume(lead);
        }
    }

    private ResponseEntity<String> page(HttpStatus status, Language language, boolean incomplete) {
        return pages.show(
                status,
                "preferences",
                language,
                Map.of(
                        "incomplete",
                        incomplete,
                        "media",
                        Wishes.OFFERED.stream().map(Json::nameOf).toList(),
                        "topics",
                        topics.offered().stream()
                                .map(topic -> Map.of("name", topic, "label", language.topic(topic)))
                                .toList()));
    }

    private ResponseEntity<String> gone(Language language) {
        return pages.show(HttpStatus.NOT_FOUND, "gone", language, Map.of());
    }
}
