package dev.seventouch.intake.web;

import dev.seventouch.events.lead.LeadId;
import dev.seventouch.intake.audit.AuditTrail.Action;
import dev.seventouch.intake.body.JsonFields;
import dev.seventouch.intake.capture.LeadView;
import dev.seventouch.intake.lead.Identity;
import dev.seventouch.intake.mailbox.Inbox;
import dev.seventouch.intake.mailbox.Inbox.Claim;
import dev.seventouch.intake.mailbox.Sorting;
import dev.seventouch.intake.mailbox.Sorting.Verdict;
import dev.seventouch.service.web.BadRequest;
import dev.seventouch.service.web.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Mail of which nobody but a person can tell what it is: to be read, and decided about. */
@RestController
@RequestMapping("/api/v1/inbox")
final class InboxController {
    private static final int MOST_SHOWN = 200;
    private static final Pattern PLACE = Pattern.compile("(-?\\d{1,16})\\.([0-9a-f]{1,100})");

    private final Inbox inbox;
    private final Sorting sorting;
    private final LeadView known;
    private final Identity identity;
    private final Bodies bodies;
    private final Auditor auditor;

    InboxController(Inbox inbox, Sorting sorting, LeadView known, Identity identity, Bodies bodies, Auditor auditor) {
        this.inbox = inbox;
        this.sorting = sorting;
        this.known = known;
        this.identity = identity;
        this.bodies = bodies;
        this.auditor = auditor;
    }

    /** @param next the address of the rest, if there is any */
    record Listed(List<Mail> mails, @Nullable String next) {}

    /** @param text only where one mail is shown */
    record Mail(
            String id,
            Instant at,
            String found,
            @Nullable LeadId lead,
            @Nullable String why,
            @Nullable String from,
            @Nullable String subject,
            boolean waits,
            @Nullable String text,
            @Nullable String decision) {

        static Mail of(Inbox.Entry entry, boolean whole) {
            return new Mail(
                    entry.id(),
                    entry.at(),
                    entry.found(),
                    entry.lead(),
                    entry.why(),
                    entry.from(),
                    entry.subject(),
                    entry.waits(),
                    whole ? entry.text() : null,
                    entry.decision());
        }
    }

    /** What a mail was decided to be. */
    record Decided(String id, String found, @Nullable LeadId leadId) {}

    @GetMapping
    Listed waiting(
            @RequestParam(defaultValue = "200") int limit, @RequestParam(required = false) @Nullable String before) {
        if (limit < 1 || limit > MOST_SHOWN) {
            throw new BadRequest("limit", "must be 1 to " + MOST_SHOWN);
        }
        List<Inbox.Entry> found = inbox.waiting(place(before), limit + 1);
        List<Inbox.Entry> page = found.subList(0, Math.min(limit, found.size()));
        return new Listed(
                page.stream().map(entry -> Mail.of(entry, false)).toList(),
                found.size() > limit
                        ? "/api/v1/inbox?limit=" + limit + "&before="
                                + page.getLast().at().toEpochMilli() + "."
                                + page.getLast().id()
                        : null);
    }

    private static Inbox.@Nullable Place place(@Nullable String before) {
        if (before == null) {
            return null;
        }
        Matcher place = PLACE.matcher(before);
        try {
            if (place.matches()) {
                return new Inbox.Place(Instant.ofEpochMilli(Long.parseLong(place.group(1))), place.group(2));
            }
        } catch (DateTimeException e) {
            throw new BadRequest("before", "is no such place; take the address in next as it is");
        }
        throw new BadRequest("before", "is no such place; take the address in next as it is");
    }

    @GetMapping("/{id}")
    Mail read(@PathVariable String id) {
        return Mail.of(waitingMail(id), true);
    }

    /** The same decision once more changes nothing and is answered the same; another one comes too late. */
    @PostMapping(path = "/{id}/decision", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> decide(@PathVariable String id, HttpServletRequest request) throws IOException {
        Verdict verdict = verdict(bodies.json(Bodies.bytes(request, Bodies.LIMIT)));
        return carriedOut(id, verdict, request);
    }

    /** As if it was decided to be nothing. */
    @PostMapping("/{id}/done")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void done(@PathVariable String id, HttpServletRequest request) {
        Inbox.Entry mail = waitingMail(id);
        auditor.note(request, Action.MAIL_DECIDED, null, "nothing " + id);
        if (sorting.decide(mail, new Verdict.Nothing()) != Claim.OPEN) {
            throw none();
        }
    }

    private ResponseEntity<Object> carriedOut(String id, Verdict verdict, HttpServletRequest request) {
        Inbox.Entry mail = inbox.find(id)
                .filter(found -> found.waits() || found.decision() != null)
                .orElseThrow(InboxController::none);
        if (mail.waits()) {
            auditor.note(request, Action.MAIL_DECIDED, verdict.lead().orElse(null), verdict.found() + " " + id);
        }
        return switch (sorting.decide(mail, verdict)) {
            case OPEN, DONE ->
                ResponseEntity.ok(
                        new Decided(id, verdict.found(), verdict.lead().orElse(null)));
            case OTHERWISE ->
                ResponseEntity.status(HttpStatus.CONFLICT)
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .body(ProblemDetail.forStatusAndDetail(
                                HttpStatus.CONFLICT,
                                "Somebody decided otherwise about this mail before. What is so by now tells the lead's timeline; "
                                        + "what the mail says can still be told as a signal."));
            case GONE -> throw none();
        };
    }

    private Verdict verdict(JsonFields fields) {
        fields.onlyKnown("is", "leadId", "email");
        String is = fields.text("is");
        if (is == null || !List.of("reply", "stop", "nothing").contains(is)) {
            fields.wrong("is", "must be one of reply, stop, nothing");
        }
        Optional<LeadId> lead = lead(fields, !"nothing".equals(is));
        fields.refuseIfWrong();
        return lead.<Verdict>map("stop".equals(is) ? Verdict.Stop::new : Verdict.Reply::new)
                .orElseGet(Verdict.Nothing::new);
    }

    /** @throws dev.seventouch.intake.capture.ViewUnreachable if it can't be told whether the lead is known */
    private Optional<LeadId> lead(JsonFields fields, boolean wanted) {
        String id = fields.text("leadId");
        String email = fields.text("email");
        if (!wanted || (id == null) == (email == null)) {
            if (wanted) {
                fields.wrong("email", "tells whose it is; send it or leadId, and not both");
            } else if (id != null || email != null) {
                fields.wrong(id != null ? "leadId" : "email", "is of no use where the mail is nothing; leave it out");
            }
            return Optional.empty();
        }
        Optional<LeadId> lead = id == null ? identity.ofEmail(email) : leadId(id);
        if (lead.isEmpty()) {
            fields.wrong(
                    id == null ? "email" : "leadId",
                    id == null ? "is not an address; write it as name@example.com" : "is not the id of a lead");
        } else if ((id != null || "reply".equals(fields.text("is")))
                && known.find(lead.get()).isEmpty()) {
            fields.wrong(id == null ? "email" : "leadId", "belongs to no lead; capture it first");
        }
        return lead;
    }

    private static Optional<LeadId> leadId(String id) {
        try {
            return Optional.of(new LeadId(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Inbox.Entry waitingMail(String id) {
        return inbox.find(id).filter(Inbox.Entry::waits).orElseThrow(InboxController::none);
    }

    private static NotFound none() {
        return new NotFound("No mail waits under this id.");
    }
}
