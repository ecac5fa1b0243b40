package dev.seventouch.intake.web;

import dev.seventouch.intake.audit.AuditTrail.Action;
import dev.seventouch.intake.imports.Import;
import dev.seventouch.intake.imports.Importer;
import dev.seventouch.intake.imports.Imports;
import dev.seventouch.intake.imports.Reception;
import dev.seventouch.service.web.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.propertyeditors.StringArrayPropertyEditor;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lists of leads as CSV, for operators. */
@RestController
@RequestMapping("/api/v1/imports")
final class ImportController {
    private static final int MOST_SHOWN = 50;

    private final Reception reception;
    private final Importer importer;
    private final Imports imports;
    private final Auditor auditor;

    ImportController(Reception reception, Importer importer, Imports imports, Auditor auditor) {
        this.reception = reception;
        this.importer = importer;
        this.imports = imports;
        this.auditor = auditor;
    }

    record Listed(List<ImportAnswer> imports) {}

    @PostMapping(consumes = {"text/csv", "text/plain", "application/octet-stream"})
    @ResponseStatus(HttpStatus.ACCEPTED)
    ImportAnswer take(
            @RequestParam(defaultValue = "import") String source,
            @RequestParam(required = false) String @Nullable [] map,
            @RequestParam(required = false) @Nullable String delimiter,
            @RequestParam(required = false) @Nullable String encoding,
            @RequestParam(required = false) @Nullable String consent,
            @RequestParam(required = false) @Nullable String basis,
            @RequestParam(defaultValue = "false") boolean dryRun,
            HttpServletRequest request)
            throws IOException {
        auditor.note(request, Action.LIST_TAKEN_IN, null, dryRun ? "dry run" : null);
        return ImportAnswer.of(reception.take(
                request.getInputStream(),
                new Reception.Wish(source, wished(map), delimiter, encoding, consent, basis, dryRun)));
    }

    private static List<String> wished(String @Nullable [] map) {
        return map == null
                ? List.of()
                : Arrays.stream(map).filter(each -> !each.isEmpty()).toList();
    }

    /** A column's name may hold commas, at which Spring would part a value that comes alone; NUL is in no name. */
    @InitBinder
    void takeTextsWhole(WebDataBinder binder) {
        binder.registerCustomEditor(String[].class, new StringArrayPropertyEditor("\0"));
    }

    @GetMapping
    Listed newest() {
        return new Listed(
                imports.newest(MOST_SHOWN).stream().map(ImportAnswer::of).toList());
    }

    @GetMapping("/{importId}")
    ImportAnswer show(@PathVariable String importId) {
        return ImportAnswer.of(find(importId));
    }

    /** Line, reason, and the row as it was; what a spreadsheet would run as a formula has an apostrophe in front. */
    @GetMapping("/{importId}/rejects.csv")
    ResponseEntity<Resource> rejects(@PathVariable String importId, HttpServletRequest request) {
        auditor.note(request, Action.REJECTS_READ, null, find(importId).id());
        Path file = importer.rejectsOf(importId);
        if (!Files.exists(file)) {
            throw new NotFound("There are no rejects of this import here, or not any more.");
        }
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", java.nio.charset.StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"rejects.csv\"")
                .header("X-Content-Type-Options", "nosniff")
                .body(new FileSystemResource(file));
    }

    /** Behind the batch that it is at; it keeps its place, and no row is taken in twice. */
    @PostMapping("/{importId}/stop")
    ImportAnswer stop(@PathVariable String importId, HttpServletRequest request) {
        String id = find(importId).id();
        auditor.note(request, Action.LIST_STOPPED, null, id);
        importer.stop(id);
        return ImportAnswer.of(find(importId));
    }

    @PostMapping("/{importId}/continue")
    ImportAnswer goOn(@PathVariable String importId, HttpServletRequest request) {
        String id = find(importId).id();
        auditor.note(request, Action.LIST_CONTINUED, null, id);
        importer.goOn(id);
        return ImportAnswer.of(find(importId));
    }

    private Import find(String id) {
        return imports.find(id).orElseThrow(() -> new NotFound("There is no import with this id."));
    }
}
