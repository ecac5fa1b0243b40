package dev.seventouch.mailer.web;

import dev.seventouch.mailer.lint.Finding;
import dev.seventouch.mailer.lint.PublishingGate;
import dev.seventouch.mailer.template.TemplateSource;
import dev.seventouch.service.web.BadRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What is to be said about a template, or about plain words. */
@RestController
class LintController {

    private static final int LONGEST = TemplateSource.LONGEST;
    private static final String DRAFT = "draft";

    private final PublishingGate gate;

    LintController(PublishingGate gate) {
        this.gate = gate;
    }

    /** @param id under which it would be published: what a frame frames is tried in it then; may be left out */
    record LintRequest(@Nullable String source, @Nullable String id) {}

    /** @param passes whether it could be published */
    record LintReport(boolean passes, List<Finding> findings) {}

    @PostMapping("/api/v1/lint")
    LintReport lint(@RequestBody LintRequest request) {
        String source = request.source();
        if (source == null || source.isBlank()) {
            throw new BadRequest("source", "is missing: a template, or plain words");
        }
        if (source.length() > LONGEST) {
            throw new BadRequest("source", "is longer than " + LONGEST / 1024 + " KB");
        }
        String id = request.id() == null ? DRAFT : request.id();
        if (!PublishingGate.isId(id)) {
            throw new BadRequest("id", "is none: take lower-case letters and digits, parted by hyphens");
        }
        // Whoever begins as a template does is told what keeps it from being one.
        List<Finding> findings = TemplateSource.begins(source) ? gate.lint(id, source) : gate.lint(source);
        return new LintReport(
                findings.stream().noneMatch(finding -> finding.severity() == Finding.Severity.ERROR), findings);
    }
}
