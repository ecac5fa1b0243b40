package dev.seventouch.intake.link;

import dev.seventouch.intake.capture.LeadView;
import dev.seventouch.intake.web.Pages;
import dev.seventouch.service.link.Link;
import dev.seventouch.service.link.Links;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Clicks and opens: answered at once, noted in passing. Where a click leads to is sealed in its token and nowhere else. */
@RestController
final class VisitController {

    /** One transparent pixel. */
    private static final byte[] PIXEL =
            Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    private final Links links;
    private final Visits visits;
    private final LeadView known;
    private final Pages pages;

    VisitController(Links links, Visits visits, LeadView known, Pages pages) {
        this.links = links;
        this.visits = visits;
        this.known = known;
        this.pages = pages;
    }

    @GetMapping("/c/{token}")
    ResponseEntity<?> follow(@PathVariable String token, HttpServletRequest request) {
        Optional<Link> link = links.open(Link.Purpose.CLICK, token);
        Link.Trail trail = link.map(Link::trail).orElse(null);
        if (link.isEmpty() || trail == null || trail.target() == null) {
            Addressee nobody = Addressee.of(Optional.empty(), known, request);
            return pages.show(HttpStatus.NOT_FOUND, "gone", nobody.language(), Map.of());
        }
        visits.note(link.get(), request);
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(trail.target())
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex, nofollow")
                .build();
    }

    /** Always the pixel: it tells nobody whether a token is good. */
    @GetMapping("/o/{token}")
    ResponseEntity<byte[]> open(@PathVariable String token, HttpServletRequest request) {
        links.open(Link.Purpose.OPEN, token).ifPresent(link -> visits.note(link, request));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_GIF)
                .header("Cache-Control", "no-store")
                .header("X-Robots-Tag", "noindex, nofollow")
                .body(PIXEL);
    }
}
