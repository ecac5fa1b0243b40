package dev.seventouch.intake.form;

import dev.seventouch.intake.audit.AuditTrail.Action;
import dev.seventouch.intake.body.UrlEncoded;
import dev.seventouch.intake.web.Auditor;
import dev.seventouch.intake.web.Bodies;
import dev.seventouch.service.web.BadRequest;
import dev.seventouch.service.web.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Forms, for operators: show, publish, withdraw. */
@RestController
@RequestMapping("/api/v1/forms")
final class FormApi {
    private static final MediaType YAML = new MediaType("application", "yaml", java.nio.charset.StandardCharsets.UTF_8);

    private final FormCatalogue forms;
    private final FormPress press;
    private final Auditor auditor;

    FormApi(FormCatalogue forms, FormPress press, Auditor auditor) {
        this.forms = forms;
        this.press = press;
        this.auditor = auditor;
    }

    /** @param published by this API; else it is in a file */
    record Shown(String id, String source, boolean published) {
        static Shown of(FormCatalogue.Declared declared) {
            return new Shown(declared.form().id(), declared.form().source(), declared.published());
        }
    }

    record Listed(List<Shown> forms) {}

    @GetMapping
    Listed all() {
        return new Listed(forms.all().stream().map(Shown::of).toList());
    }

    /** As its author wrote it (RFC 9512). */
    @GetMapping("/{formId}")
    ResponseEntity<String> show(@PathVariable String formId) {
        return ResponseEntity.ok()
                .contentType(YAML)
                .body(forms.declared(formId).map(FormCatalogue.Declared::source).orElseThrow(FormController::unknown));
    }

    /** Goes before a file that declares the same form, until it is withdrawn. */
    @PutMapping(
            path = "/{formId}",
            consumes = {"application/yaml", "application/x-yaml", "text/yaml", "text/plain"})
    Shown publish(@PathVariable String formId, HttpServletRequest request) throws IOException {
        String source = UrlEncoded.text("body", Bodies.bytes(request));
        Form form = read(source);
        if (!form.id().equals(formId)) {
            throw new BadRequest("id", "is not the one in the address; a form is published under its own id");
        }
        auditor.note(request, Action.FORM_PUBLISHED, null, formId);
        press.publish(formId, source);
        return forms.declared(formId).map(Shown::of).orElseThrow(FormController::unknown);
    }

    private Form read(String source) {
        try {
            return forms.checked("body", source);
        } catch (BrokenForm e) {
            String key = e.key();
            throw new BadRequest(key == null ? "body" : key, e.what());
        }
    }

    /** If a file declares the form as well, that is what counts again. */
    @DeleteMapping("/{formId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable String formId, HttpServletRequest request) {
        if (forms.declared(formId).filter(FormCatalogue.Declared::published).isEmpty()) {
            throw new NotFound("No form with this id was published; one in a file is withdrawn by its file.");
        }
        auditor.note(request, Action.FORM_WITHDRAWN, null, formId);
        press.withdraw(formId);
    }

    /** To be copied into a page: works without script, and keeps what was entered until it is accepted with it. */
    @GetMapping(path = "/{formId}/snippet", produces = "text/plain;charset=utf-8")
    String snippet(@PathVariable String formId, HttpServletRequest request) {
        String base = request.getRequestURL().toString().replaceFirst("/api/v1/forms/.*", "");
        return Embedding.snippet(forms.find(formId).orElseThrow(FormController::unknown), base);
    }
}
