package dev.seventouch.desk.console;

import dev.seventouch.desk.lead.Leads;
import dev.seventouch.desk.mail.UnclearMail;
import dev.seventouch.desk.mail.UnclearMails;
import dev.seventouch.desk.mail.UnclearMails.Decided;
import dev.seventouch.desk.mail.UnclearMails.Is;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.service.web.BadRequest;
import dev.seventouch.service.web.NotFound;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
 * The pages for mail of which nobody but a person can tell what it is. It is intake's; nothing of it is kept here, and all of it is
 * shown as text.
 */
@RestController
@RequestMapping("/mail")
final class MailController {
    private static final String HTML = "text/html;charset=UTF-8";
    private static final int LONGEST_ADDRESS = 320;

    private final Pages pages;
    private final Frames frames;
    private final UnclearMails mails;
    private final Leads leads;
    private final Words words;

    MailController(Pages pages, Frames frames, UnclearMails mails, Leads leads, Words words) {
        this.pages = pages;
        this.frames = frames;
        this.mails = mails;
        this.leads = leads;
        this.words = words;
    }

    @GetMapping(produces = HTML)
    String list(
            Principal rep,
            CsrfToken csrf,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String noted,
            @RequestParam(required = false) @Nullable String late) {
        String notice = noted != null
                ? "Noted."
                : late != null ? "Somebody else was quicker, and decided otherwise: nothing was changed." : null;
        return pages.fill(
                "mails",
                new Models.MailsPage(
                        frames.of(rep, csrf, "mail"),
                        Words.part(mails.newest(after).map(this::row)),
                        notice));
    }

    @GetMapping(path = "/{id}", produces = HTML)
    String one(Principal rep, CsrfToken csrf, @PathVariable String id) {
        UnclearMail mail = mails.read(id).orElseThrow(MailController::gone);
        return page(rep, csrf, mail, mail.from() == null ? "" : mail.from(), null);
    }

    /** @param who whose it is: an address, or the id of a lead */
    @PostMapping("/{id}")
    ResponseEntity<String> decide(
            Principal rep,
            CsrfToken csrf,
            @PathVariable String id,
            @RequestParam String is,
            @RequestParam(defaultValue = "") String who) {
        String whose = who.strip();
        Is what = switch (is) {
            case "reply" -> Is.REPLY;
            case "stop" -> Is.STOP;
            case "nothing" -> Is.NOTHING;
            default -> throw new BadRequest("is", "press one of the buttons of the mail's page");
        };
        return switch (whose.length() > LONGEST_ADDRESS
                ? new Decided.Refused("is longer than any address")
                : mails.decide(id, what, whose, rep.getName())) {
            case Decided.Done() -> seeOther("/mail?noted");
            case Decided.Late() -> seeOther("/mail?late");
            case Decided.Gone() -> throw gone();
            case Decided.Refused(var why) -> {
                UnclearMail mail = mails.read(id).orElseThrow(MailController::gone);
                yield ResponseEntity.badRequest()
                        .contentType(MediaType.parseMediaType(HTML))
                        .body(page(rep, csrf, mail, whose, why));
            }
        };
    }

    private String page(Principal rep, CsrfToken csrf, UnclearMail mail, String who, @Nullable String wrong) {
        LeadId lead = mail.lead();
        String known = lead != null && leads.find(List.of(lead)).containsKey(lead) ? lead.value() : null;
        return pages.fill(
                "mail", new Models.MailPage(frames.of(rep, csrf, "mail"), row(mail), mail.text(), known, who, wrong));
    }

    private Models.MailRow row(UnclearMail mail) {
        String subject = mail.subject();
        return new Models.MailRow(
                mail.id(),
                subject == null || subject.isBlank() ? "No subject" : subject,
                mail.from(),
                words.when(mail.at()),
                mail.why() == null ? "" : mail.why(),
                mail.decision());
    }

    private static NotFound gone() {
        return new NotFound("No mail waits here, or none any more: somebody has seen to it, or it is forgotten.");
    }

    private static ResponseEntity<String> seeOther(String where) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(where))
                .build();
    }
}
