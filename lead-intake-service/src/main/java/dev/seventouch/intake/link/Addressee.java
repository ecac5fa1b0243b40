package dev.seventouch.intake.link;

import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.intake.capture.LeadView;
import dev.seventouch.intake.capture.ViewUnreachable;
import dev.seventouch.intake.web.Language;
import dev.seventouch.service.link.Link;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/** To whom a page behind a link speaks, as far as that is known, and in which language. */
record Addressee(Optional<Lead> lead, Language language) {

    static Addressee of(Optional<Link> link, LeadView known, HttpServletRequest request) {
        Optional<Lead> lead = link.flatMap(found -> find(found, known));
        String spoken = lead.map(found -> found.contact().language()).orElse(null);
        return new Addressee(lead, Language.of(spoken, request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    /** Where the lead lives, else UTC. */
    ZoneId zone() {
        return lead.flatMap(found -> Optional.ofNullable(found.contact().zone()))
                .orElse(ZoneOffset.UTC);
    }

    private static Optional<Lead> find(Link link, LeadView known) {
        try {
            return known.find(link.lead()).map(LeadEvent.Captured::lead);
        } catch (ViewUnreachable e) {
            return Optional.empty(); // the browser's language will do, and no owner is named
        }
    }
}
