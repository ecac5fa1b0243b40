package dev.seventouch.mailer.web;

import dev.seventouch.events.lead.Contact;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.mailer.delivery.TestSend;
import dev.seventouch.mailer.lint.PublishingGate;
import dev.seventouch.mailer.lint.PublishingGate.Answer;
import dev.seventouch.mailer.lint.Tallies;
import dev.seventouch.mailer.template.Difference;
import dev.seventouch.mailer.template.Kind;
import dev.seventouch.mailer.template.Rendered;
import dev.seventouch.mailer.template.SampleTouches;
import dev.seventouch.mailer.template.Sender;
import dev.seventouch.mailer.template.Template;
import dev.seventouch.mailer.template.TemplateFile;
import dev.seventouch.mailer.template.TemplateMistake;
import dev.seventouch.mailer.template.TemplateShelf;
import dev.seventouch.service.web.BadRequest;
import dev.seventouch.service.web.FieldProblem;
import dev.seventouch.service.web.NotFound;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Templates: read them, publish them, and see what they look like. */
@RestController
@RequestMapping("/api/v1/templates")
class TemplateController {

    private final TemplateShelf shelf;
    private final PublishingGate gate;
    private final Sender sender;
    private final TestSend testSend;
    private final Tallies tallies;

    TemplateController(TemplateShelf shelf, PublishingGate gate, Sender sender, TestSend testSend) {
        this.shelf = shelf;
        this.gate = gate;
        this.tallies = new Tallies(shelf, gate);
        this.sender = sender;
        this.testSend = testSend;
    }

    /**
     * @param version the latest, whether it is in use or not
     * @param setAside why the latest version is not in use
     * @param versions those that can be compared
     */
    record TemplateView(
            String id,
            int version,
            @Nullable String source,
            @Nullable String setAside,
            Set<Integer> versions) {}

    /**
     * A template in the list.
     *
     * @param channel what it is for; it and {@code language} are of the version in use, and missing where none is
     * @param findings what is to be said against the latest version
     */
    record ListedTemplate(
            String id,
            int version,
            @Nullable String setAside,
            @Nullable Kind channel,
            @Nullable String language,
            Tallies.Tally findings) {}

    record NewSource(@Nullable String source) {}

    /**
     * What a preview is made of; all of it may be left out.
     *
     * @param source a draft; otherwise what is published
     * @param lead whom it is made for; otherwise somebody made up
     * @param known whom it is made for, as the topic {@code leads} has it: what is not said there is not made up
     */
    record PreviewRequest(
            @Nullable String source,
            @Nullable PreviewLead lead,
            @Nullable Lead known) {}

    record PreviewLead(
            @Nullable String name,
            @Nullable String company,
            @Nullable String email) {

        Lead asLead() {
            Lead sample = SampleTouches.wellKnown();
            Contact known = sample.contact();
            return new Lead(
                    sample.id(),
                    new Contact(
                            name,
                            email == null ? known.email() : email,
                            known.phone(),
                            known.address(),
                            company,
                            known.language(),
                            known.zone(),
                            known.country()),
                    sample.origin(),
                    sample.owner(),
                    sample.lastConversation(),
                    sample.attributes());
        }
    }

    @GetMapping
    List<ListedTemplate> all() {
        return shelf.entries().stream().map(this::listed).toList();
    }

    private ListedTemplate listed(TemplateShelf.Entry entry) {
        Template good = entry.good();
        return new ListedTemplate(
                entry.id(),
                entry.latest(),
                entry.setAside(),
                good == null ? null : good.kind(),
                good == null ? null : good.language(),
                tallies.of(entry));
    }

    @GetMapping("/{id}")
    TemplateView one(@PathVariable String id) {
        return shelf.entry(id)
                .map(entry -> new TemplateView(
                        entry.id(),
                        entry.latest(),
                        entry.source(),
                        entry.setAside(),
                        shelf.versions(id).keySet()))
                .orElseThrow(() -> none(id));
    }

    /** @param lines all lines of both, so that whoever shows them need not ask again */
    record DiffView(String id, int from, int to, List<Difference.Line> lines) {}

    /**
     * @param from the one before {@code to} unless said
     * @param to the latest unless said
     */
    @GetMapping("/{id}/diff")
    DiffView diff(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Integer from,
            @RequestParam(required = false) @Nullable Integer to) {
        SortedMap<Integer, String> versions = shelf.versions(id);
        if (versions.isEmpty()) {
            throw none(id);
        }
        int after = to == null ? versions.lastKey() : to;
        int before = from == null ? after - 1 : from;
        return new DiffView(
                id, before, after, Difference.between(source(versions, "from", before), source(versions, "to", after)));
    }

    private static String source(SortedMap<Integer, String> versions, String field, int version) {
        String source = versions.get(version);
        if (source == null) {
            throw new BadRequest(field, "version " + version + " is not known here; known are " + versions.keySet());
        }
        return source;
    }

    @PutMapping("/{id}")
    TemplateView publish(@PathVariable String id, @RequestBody NewSource body) {
        String source = body.source();
        if (source == null || source.isBlank()) {
            throw new BadRequest("source", "is missing: front matter, \"=== text\" and \"=== html\"");
        }
        return switch (gate.publish(id, source)) {
            case Answer.Published(var version) ->
                new TemplateView(id, version, source, null, shelf.versions(id).keySet());
            case Answer.Refused(var whys) ->
                throw new BadRequest(whys.stream()
                        .map(why -> new FieldProblem("source", why))
                        .toList());
        };
    }

    @PostMapping("/{id}/preview")
    PreviewView preview(@PathVariable String id, @RequestBody(required = false) @Nullable PreviewRequest request) {
        Rendered filled = rendered(id, request);
        return new PreviewView(
                filled.kind(),
                filled.subject(),
                filled.page(),
                filled.text(),
                filled.language(),
                filled.signedByOwner(),
                filled.files().stream().map(TemplateFile::name).toList());
    }

    /**
     * @param html with its images in it; whoever shows it keeps it from running anything
     * @param files the names of what it brings along
     */
    record PreviewView(
            Kind kind,
            String subject,
            String html,
            @Nullable String text,
            String language,
            boolean signedByOwner,
            List<String> files) {}

    /** The page by itself, which may load and run nothing. */
    @PostMapping(path = "/{id}/preview", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> page(
            @PathVariable String id, @RequestBody(required = false) @Nullable PreviewRequest request) {
        return SandboxedPage.of(rendered(id, request).page());
    }

    /**
     * @param to one address; whoever reads there gets the mail
     * @param source a draft; otherwise what is published
     * @param known the lead whom it is made for, as in a preview; otherwise somebody made up
     */
    record TestRequest(
            @Nullable String to,
            @Nullable String source,
            @Nullable Lead known) {}

    /** @param receipt what the relay said */
    record TestView(String to, String receipt) {}

    /** Sends what a preview shows. */
    @PostMapping("/{id}/test-send")
    TestView testSend(@PathVariable String id, @RequestBody TestRequest request) {
        String to = request.to();
        if (to == null || to.isBlank()) {
            throw new BadRequest("to", "is missing: the address that the test goes to");
        }
        Rendered mail = rendered(id, new PreviewRequest(request.source(), null, request.known()));
        if (mail.kind() != Kind.EMAIL) {
            throw new BadRequest("id", "is no email: look at a letter or a card by its preview");
        }
        return switch (testSend.send(mail, to.strip())) {
            case TestSend.Sent.Taken(var receipt) -> new TestView(to.strip(), receipt);
            case TestSend.Sent.NoAddress(var why) -> throw new BadRequest("to", why);
            case TestSend.Sent.Refused(var why) -> throw new BadRequest("to", "the relay does not take it: " + why);
        };
    }

    private Rendered rendered(String id, @Nullable PreviewRequest request) {
        String draft = request == null ? null : request.source();
        String source = Optional.ofNullable(draft)
                .or(() -> shelf.find(id).map(Template::source))
                .orElseThrow(() -> none(id));
        Lead lead = request == null ? null : whom(request);
        try {
            Rendered sample = gate.proof(id, source);
            // A frame is shown with nothing in it, whoever reads it.
            if (lead == null || sample.kind() == Kind.LAYOUT) {
                return sample;
            }
            Template template = Template.compiled(id, Integer.MAX_VALUE, source);
            return shelf.fill(template, SampleTouches.model(template, sender, lead));
        } catch (TemplateMistake e) {
            throw new BadRequest("source", e.described());
        }
    }

    private static @Nullable Lead whom(PreviewRequest request) {
        return request.lead() == null ? request.known() : request.lead().asLead();
    }

    private static NotFound none(String id) {
        return new NotFound("There is no template \"" + (PublishingGate.isId(id) ? id : "…") + "\".");
    }
}
