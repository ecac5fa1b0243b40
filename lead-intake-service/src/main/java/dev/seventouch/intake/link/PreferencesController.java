package dev.seventouch.intake.link;

import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.wire.Json;
import dev.seventouch.intake.capture.LeadView;
import dev.seventouch.intake.link.Choices.Choice;
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
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final Choices choices;
    private final InstantSource clock;
    private final Bodies bodies;
    private final Pages pages;

    PreferencesController(
            Links links,
            LeadView known,
            Signals signals,
            Visits visits,
            TopicChoice topics,
            Choices choices,
            InstantSource clock,
            Bodies bodies,
            Pages pages) {
        this.links = links;
        this.known = known;
        this.signals = signals;
        this.visits = visits;
        this.topics = topics;
        this.choices = choices;
        this.clock = clock;
        this.bodies = bodies;
        this.pages = pages;
    }

    @GetMapping("/p/{token}")
    ResponseEntity<String> ask(@PathVariable String token, HttpServletRequest request) {
        Optional<Link> link = links.open(Link.Purpose.PREFERENCES, token);
        Addressee addressee = Addressee.of(link, known, request);
        link.ifPresent(found -> visits.note(found, request));
        return link.isPresent() ? page(HttpStatus.OK, link.get().lead(), addressee, false) : gone(addressee.language());
    }

    @PostMapping("/p/{token}")
    ResponseEntity<String> keep(@PathVariable String token, HttpServletRequest request)
            throws IOException, HttpMediaTypeNotSupportedException {
        Optional<Link> link = links.open(Link.Purpose.PREFERENCES, token);
        Addressee addressee = Addressee.of(link, known, request);
        Language language = addressee.language();
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
                return page(HttpStatus.BAD_REQUEST, link.get().lead(), addressee, true);
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

    private ResponseEntity<String> page(HttpStatus status, LeadId lead, Addressee addressee, boolean incomplete) {
        Choice chosen = chosenBy(lead);
        Language language = addressee.language();
        Map<String, Object> model = new HashMap<>();
        model.put("incomplete", incomplete);
        model.put("lessOften", chosen.lessOften());
        model.put(
                "media",
                Wishes.OFFERED.stream()
                        .map(medium -> Map.of("name", Json.nameOf(medium), "wanted", isIn(chosen.media(), medium)))
                        .toList());
        model.put(
                "topics",
                topics.offered().stream()
                        .map(topic -> Map.of(
                                "name", topic, "label", language.topic(topic), "wanted", isIn(chosen.topics(), topic)))
                        .toList());
        Instant until = chosen.pausedUntil();
        if (until != null && until.isAfter(clock.instant())) {
            model.put("pausedUntil", language.day(until.atZone(addressee.zone()).toLocalDate()));
        }
        return pages.show(status, "preferences", language, model);
    }

    /** None means all. */
    private static <T> boolean isIn(Set<T> chosen, T one) {
        return chosen.isEmpty() || chosen.contains(one);
    }

    private Choice chosenBy(LeadId lead) {
        try {
            return choices.of(lead).orElse(Choice.NONE);
        } catch (Choices.ChoicesUnreachable e) {
            return Choice.NONE; // the page is of use without it
        }
    }

    private ResponseEntity<String> gone(Language language) {
        return pages.show(HttpStatus.NOT_FOUND, "gone", language, Map.of());
    }
}
