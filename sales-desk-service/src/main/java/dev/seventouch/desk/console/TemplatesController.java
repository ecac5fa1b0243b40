package dev.seventouch.desk.console;

import dev.seventouch.desk.away.MailerAway;
import dev.seventouch.desk.lead.KnownLead;
import dev.seventouch.desk.lead.Leads;
import dev.seventouch.desk.template.Difference;
import dev.seventouch.desk.template.Finding;
import dev.seventouch.desk.template.Kind;
import dev.seventouch.desk.template.Preview;
import dev.seventouch.desk.template.Reply;
import dev.seventouch.desk.template.Source;
import dev.seventouch.desk.template.Templates;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.service.web.BadRequest;
import dev.seventouch.service.web.NotFound;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The workbench for templates. What it shows and does is the mailer's. What was typed is on the page that answers, whatever
 * came of it: only what is published leads elsewhere.
 */
@RestController
final class TemplatesController {
    private static final Logger log = LoggerFactory.getLogger(TemplatesController.class);
    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");
    private static final String PAGE = "text/html;charset=UTF-8";

    /** Of those that may be meant, so many are shown. */
    private static final int PEOPLE = 6;

    /** What a new template begins with. */
    private static final String BEGINNING = """
            ---
            channel: email
            layout: layout-mail
            language: en
            from: owner
            subject:\u0020
            preheader:\u0020
            ---
            === html
            <p>Hello<#if lead.firstName??> ${lead.firstName}</#if>,</p>
            <p></p>
            """;

    private final Pages pages;
    private final Frames frames;
    private final Templates templates;
    private final Leads leads;
    private final TemplateWords words;

    TemplatesController(Pages pages, Frames frames, Templates templates, Leads leads, TemplateWords words) {
        this.pages = pages;
        this.frames = frames;
        this.templates = templates;
        this.leads = leads;
        this.words = words;
    }

    @GetMapping(path = "/templates", produces = PAGE)
    String list(Principal rep, CsrfToken csrf) {
        return pages.fill("templates", new Models.TemplatesPage(frame(rep, csrf), words.shelves(templates.all())));
    }

    /** Leads to the page of a template that need not be there yet. */
    @GetMapping(path = "/templates", params = "id")
    ResponseEntity<Void> begin(@RequestParam String id) {
        String wanted = id.strip();
        if (!Templates.isId(wanted)) {
            throw new BadRequest(
                    "id",
                    "The name of a template has lower-case letters and digits, parted by hyphens, such as spring-offer.");
        }
        return seeOther("/templates/" + wanted + "?new");
    }

    /** @param published the version that was published just now */
    @GetMapping(path = "/templates/{id}", produces = PAGE)
    ResponseEntity<String> one(
            Principal rep,
            CsrfToken csrf,
            HttpSession session,
            @PathVariable String id,
            @RequestParam(name = "new", required = false) @Nullable String fresh,
            @RequestParam(required = false) @Nullable Integer published,
            @RequestParam(required = false) @Nullable String same) {
        Source known = templates.open(id).orElse(null);
        if (known == null && (fresh == null || !Templates.isId(id))) {
            throw none();
        }
        Typed typed =
                known == null ? Typed.nothingBut(BEGINNING, 0) : Typed.nothingBut(known.source(), known.version());
        Models.Notice notice = published != null
                ? done("Published as version " + published + ". It goes out from now on.")
                : same != null ? done("Nothing was changed: it is what is published already.") : null;
        return page(new Visit(rep, csrf, session), id, typed, known, notice, null);
    }

    /**
     * @param deed {@code check}, {@code publish} or {@code send}
     * @param version the latest when the page was opened
     * @param find words for the lead to fill it for; {@code found} is what was looked for before
     * @param lead who was chosen; nothing for somebody made up
     */
    @PostMapping("/templates/{id}")
    ResponseEntity<String> work(
            Principal rep,
            CsrfToken csrf,
            HttpSession session,
            @PathVariable String id,
            @RequestParam(name = "do", defaultValue = "check") String deed,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String find,
            @RequestParam(defaultValue = "") String found,
            @RequestParam(defaultValue = "") String lead,
            @RequestParam(defaultValue = "") String to) {
        if (!Templates.isId(id)) {
            throw none();
        }
        Visit visit = new Visit(rep, csrf, session);
        // A browser sends CR and LF, whatever the lines ended with.
        Typed typed = new Typed(source.replace("\r\n", "\n"), version, find.strip(), found, lead, to.strip());
        try {
            Source known = templates.open(id).orElse(null);
            return switch (deed) {
                case "publish" -> publish(visit, id, typed, known);
                case "send" -> page(visit, id, typed, known, null, sent(id, typed));
                default -> page(visit, id, typed, known, null, null);
            };
        } catch (MailerAway outage) {
            log.warn("answered 503: {}", outage.getMessage(), outage);
            return withoutMailer(visit, id, typed);
        }
    }

    private ResponseEntity<String> publish(Visit visit, String id, Typed typed, @Nullable Source known) {
        int latest = known == null ? 0 : known.version();
        if (latest != typed.version()) {
            return page(
                    visit,
                    id,
                    typed.since(latest),
                    known,
                    bad("Not published: version " + latest + " came while you wrote. What you typed is still here. "
                            + "Compare the versions, then publish yours over it, or leave it."),
                    null);
        }
        return switch (templates.publish(id, typed.source())) {
            case Reply.Done<Integer>(var version) ->
                seeOther("/templates/" + id + (version == latest ? "?same" : "?published=" + version));
            case Reply.Refused<Integer>(var whys) ->
                page(
                        visit,
                        id,
                        typed,
                        known,
                        bad("Not published. " + whys.size() + (whys.size() == 1 ? " error keeps" : " errors keep")
                                + " it from that; what to write instead is below. What you typed is still here."),
                        null);
        };
    }

    private Models.Notice sent(String id, Typed typed) {
        if (typed.to().isEmpty()) {
            return bad("Not sent: say to which address.");
        }
        return switch (templates.send(id, typed.source(), lead(whom(typed)), typed.to())) {
            case Reply.Done<String>(var receipt) ->
                done("Sent to " + typed.to() + (receipt.isEmpty() ? "." : "; the mail server said: " + receipt));
            case Reply.Refused<String>(var whys) -> bad("Not sent: " + String.join("; ", whys));
        };
    }

    private ResponseEntity<String> page(
            Visit visit,
            String id,
            Typed typed,
            @Nullable Source known,
            Models.@Nullable Notice notice,
            Models.@Nullable Notice sent) {
        Chosen whom = whom(typed);
        Models.Findings findings = switch (templates.lint(typed.source(), id)) {
            case Reply.Done<List<Finding>>(var all) -> words.findings(all, typed.source());
            case Reply.Refused<List<Finding>>(var _) -> null;
        };
        Kind kind = null;
        Models.PreviewView preview = switch (templates.preview(id, typed.source(), lead(whom))) {
            case Reply.Done<Preview>(var filled) -> {
                kind = filled.kind();
                String place = Previews.of(visit.session()).keep(filled.html());
                yield new Models.PreviewView(
                        words.look(filled, "/templates/" + id + "/shown/" + place, whom.name()), List.of());
            }
            case Reply.Refused<Preview>(var whys) -> new Models.PreviewView(null, whys);
        };
        return answer(
                HttpStatus.OK,
                new Models.WorkbenchPage(
                        frame(visit.rep(), visit.csrf()),
                        id,
                        typed.version(),
                        known == null ? null : known.setAside(),
                        known != null && known.versions().size() > 1,
                        typed.source(),
                        findings,
                        whom.shown(),
                        preview,
                        kind == null || kind == Kind.EMAIL,
                        typed.to(),
                        sent,
                        notice));
    }

    private ResponseEntity<String> withoutMailer(Visit visit, String id, Typed typed) {
        return answer(
                HttpStatus.SERVICE_UNAVAILABLE,
                new Models.WorkbenchPage(
                        frame(visit.rep(), visit.csrf()),
                        id,
                        typed.version(),
                        null,
                        false,
                        typed.source(),
                        null,
                        whom(typed).shown(),
                        new Models.PreviewView(null, List.of("The mailer, which makes it, can’t be reached.")),
                        true,
                        typed.to(),
                        null,
                        bad("The mailer can’t be reached, so nothing can be checked or published now. "
                                + "What you typed is still here: try again in a moment. "
                                + "If you pressed a button, look first at what is so.")));
    }

    private ResponseEntity<String> answer(HttpStatus status, Models.WorkbenchPage page) {
        return ResponseEntity.status(status).contentType(HTML).body(pages.fill("template", page));
    }

    /** What is in the frames of a preview. */
    @GetMapping("/templates/{id}/shown/{place}")
    ResponseEntity<String> shown(HttpSession session, @PathVariable String place) {
        return Previews.of(session).framed(place);
    }

    /** @param from the version before the latest unless said, {@code to} the latest */
    @GetMapping(path = "/templates/{id}/diff", produces = PAGE)
    String diff(
            Principal rep,
            CsrfToken csrf,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Integer from,
            @RequestParam(required = false) @Nullable Integer to) {
        Source source = templates.open(id).orElseThrow(TemplatesController::none);
        List<Integer> versions = source.versions();
        if (versions.isEmpty()) {
            throw none();
        }
        int after = to == null ? versions.getLast() : to;
        int before = from == null ? versions.get(Math.max(0, versions.size() - 2)) : from;
        Difference difference = templates
                .difference(id, before, after)
                .orElseThrow(() -> new NotFound("Version " + before + " or " + after + " of " + id
                        + " can’t be compared: known are " + versions + "."));
        List<Models.DiffLine> lines = words.lines(difference);
        return pages.fill(
                "template-diff",
                new Models.DiffPage(
                        frame(rep, csrf),
                        id,
                        versions,
                        before,
                        after,
                        lines,
                        lines.stream().allMatch(line -> line.key().equals("gap"))));
    }

    private record Visit(Principal rep, CsrfToken csrf, HttpSession session) {}

    /** What came with the form. */
    private record Typed(String source, int version, String find, String found, String lead, String to) {

        static Typed nothingBut(String source, int version) {
            return new Typed(source, version, "", "", "", "");
        }

        Typed since(int latest) {
            return new Typed(source, latest, find, found, lead, to);
        }
    }

    /** @param lead null for somebody made up */
    private record Chosen(@Nullable KnownLead lead, Models.Whom shown) {
        @Nullable String name() {
            return lead == null ? null : lead.displayName();
        }
    }

    /** Words that are new choose somebody if they can mean one only. */
    private Chosen whom(Typed typed) {
        List<KnownLead> meant = leads.named(typed.find(), PEOPLE);
        boolean isNew = !typed.find().equals(typed.found());
        KnownLead before = captured(typed.lead());
        KnownLead chosen = isNew && meant.size() == 1 ? meant.getFirst() : before;
        String problem = !isNew || typed.find().isEmpty() || meant.size() == 1
                ? null
                : meant.isEmpty()
                        ? "No lead has that id or email, or that in its name."
                        : "Several may be meant. Choose one, and preview again.";
        List<Models.Person> people = Stream.concat(Stream.ofNullable(chosen), meant.stream())
                .map(TemplateWords::person)
                .distinct()
                .toList();
        return new Chosen(
                chosen,
                new Models.Whom(typed.find(), chosen == null ? "" : chosen.id().value(), people, problem));
    }

    private @Nullable KnownLead captured(String id) {
        return id.isEmpty()
                ? null
                : leads.named(id, 1).stream()
                        .filter(lead -> lead.id().value().equals(id))
                        .findFirst()
                        .orElse(null);
    }

    private static @Nullable Lead lead(Chosen whom) {
        KnownLead lead = whom.lead();
        return lead == null || lead.facts() == null ? null : lead.facts().asLead(lead.id());
    }

    private Models.Frame frame(Principal rep, CsrfToken csrf) {
        return frames.of(rep, csrf, "templates");
    }

    private static Models.Notice done(String what) {
        return new Models.Notice(what, false);
    }

    private static Models.Notice bad(String what) {
        return new Models.Notice(what, true);
    }

    private static <T> ResponseEntity<T> seeOther(String where) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(where))
                .build();
    }

    private static NotFound none() {
        return new NotFound("There is no such template.");
    }
}
