package dev.seventouch.desk.console;

import dev.seventouch.desk.template.Finding;
import dev.seventouch.desk.template.Reply;
import dev.seventouch.desk.template.Templates;
import java.security.Principal;
import java.util.List;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is to be said against words that are no template yet. */
@RestController
final class CheckCopyController {
    private static final String PAGE = "text/html;charset=UTF-8";

    private final Pages pages;
    private final Frames frames;
    private final Templates templates;
    private final TemplateWords words;

    CheckCopyController(Pages pages, Frames frames, Templates templates, TemplateWords words) {
        this.pages = pages;
        this.frames = frames;
        this.templates = templates;
        this.words = words;
    }

    @GetMapping(path = ConsoleConfiguration.CHECK_COPY, produces = PAGE)
    String copy(Principal rep, CsrfToken csrf) {
        return pages.fill("check-copy", new Models.CheckCopyPage(frame(rep, csrf), "", null, List.of()));
    }

    @PostMapping(path = ConsoleConfiguration.CHECK_COPY, produces = PAGE)
    String check(Principal rep, CsrfToken csrf, @RequestParam(defaultValue = "") String copy) {
        String typed = copy.replace("\r\n", "\n");
        Models.Frame frame = frame(rep, csrf);
        return pages.fill(
                "check-copy",
                switch (typed.isBlank() ? nothing() : templates.lint(typed, null)) {
                    case Reply.Done<List<Finding>>(var found) ->
                        new Models.CheckCopyPage(frame, typed, words.findings(found, typed), List.of());
                    case Reply.Refused<List<Finding>>(var whys) -> new Models.CheckCopyPage(frame, typed, null, whys);
                });
    }

    private static Reply<List<Finding>> nothing() {
        return new Reply.Refused<>(List.of("Paste some words first."));
    }

    private Models.Frame frame(Principal rep, CsrfToken csrf) {
        return frames.of(rep, csrf, "templates");
    }
}
