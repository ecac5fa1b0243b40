package dev.seventouch.mailer.web;

import dev.seventouch.mailer.lint.CopyLinter;
import dev.seventouch.mailer.lint.Finding;
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

    private final CopyLinter linter;

    LintController(CopyLinter linter) {
        this.linter = linter;
    }

    record LintRequest(@Nullable String source) {}

    /** @param passes whether it could be published, as far as its copy goes */
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
        List<Finding> findings = linter.lint(source);
        return new LintReport(!linter.refuses(findings), findings);
    }
}
