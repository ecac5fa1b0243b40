package dev.seventouch.intake.web;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
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

    /**
     * An import and how far it has come.
     *
     * @param mapping what each column means, by its heading
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            String importId,
            String state,
            @Nullable String why,
            String source,
            boolean dryRun,
            String delimiter,
            String encoding,
            Map<String, String> mapping,
            long total,
            long rows,
            long accepted,
            long merged,
            long rejected,
            long rowsPerSecond,
            @Nullable Long secondsLeft,
            Instant receivedAt,
            @Nullable Instant finishedAt) {

        static Answer of(Import each) {
            Import.Order order = each.order();
            Import.Progress progress = each.progress();
            Map<String, String> mapping = new LinkedHashMap<>();
            for (int i = 0; i < order.columns().size(); i++) {
                mapping.putIfAbsent(order.columns().get(i), order.mapping().get(i));
            }
            return new Answer(
                    each.id(),
                    progress.state().name().toLowerCase(Locale.ROOT),
                    progress.why(),
                    order.source(),
                    order.dryRun(),
                    order.delimiter(),
                    order.encoding(),
                    mapping,
                    progress.total(),
                    progress.rows(),
                    progress.accepted(),
                    progress.merged(),
                    progress.rejected(),
                    Math.round(progress.rowsPerSecond()),
                    progress.secondsLeft(),
                    progress.receivedAt(),
                    progress.finishedAt());
        }
    }

    record Listed(List<Answer> imports) {}

    @PostMapping(consumes = {"text/csv", "text/plain", "application/octet-stream"})
    @ResponseStatus(HttpStatus.ACCEPTED)
    Answer take(
            @RequestParam(defaultValue = "import") String source,
            @RequestParam(defaultValue = "") List<String> map,
            @RequestParam(required = false) @Nullable String delimiter,
            @RequestParam(required = false) @Nullable String encoding,
            @RequestParam(required = false) @Nullable String consent,
            @RequestParam(defaultValue = "false") boolean dryRun,
            HttpServletRequest request)
            throws IOException {
        auditor.note(request, Action.LIST_TAKEN_IN, null);
        return Answer.of(reception.take(
                request.getInputStream(), new Reception.Wish(source, map, delimiter, encoding, consent, dryRun)));
    }

    @GetMapping
    Listed newest() {
        return new Listed(imports.newest(MOST_SHOWN).stream().map(Answer::of).toList());
    }

    @GetMapping("/{importId}")
    Answer show(@PathVariable String importId) {
        return Answer.of(find(importId));
    }

    /** Line, reason, and the row as it was; what a spreadsheet would run as a formula has an apostrophe in front. */
    @GetMapping("/{importId}/rejects.csv")
    ResponseEntity<Resource> rejects(@PathVariable String importId, HttpServletRequest request) {
        auditor.note(request, Action.REJECTS_READ, null);
        Path file = importer.rejectsOf(find(importId).id());
        if (!Files.exists(file)) {
            throw new NotFound("There are no rejects of this import here.");
        }
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", java.nio.charset.StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"rejects.csv\"")
                .header("X-Content-Type-Options", "nosniff")
                .body(new FileSystemResource(file));
    }

    private Import find(String id) {
        return imports.find(id).orElseThrow(() -> new NotFound("There is no import with this id."));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(Reception.TooLarge mistake) {
        return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE)
                .body(ProblemDetail.forStatusAndDetail(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "The list is too large; at most " + (reception.mostBytes() >> 20)
                                + " MB are taken at a time."));
    }
}
