package dev.seventouch.intake.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seventouch.events.wire.Json;
import dev.seventouch.intake.audit.AuditTrail.Action;
import dev.seventouch.intake.imports.StopList;
import dev.seventouch.intake.suppression.Ledger;
import dev.seventouch.intake.suppression.Reason;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The suppression ledger as CSV, for operators: in from an earlier system, out to a later one. */
@RestController
@RequestMapping("/api/v1/suppressions")
final class SuppressionController {
    private final StopList list;
    private final Ledger ledger;
    private final Auditor auditor;

    SuppressionController(StopList list, Ledger ledger, Auditor auditor) {
        this.list = list;
        this.ledger = ledger;
        this.auditor = auditor;
    }

    @PostMapping(consumes = {"text/csv", "text/plain", "application/octet-stream"})
    StopList.Taken take(HttpServletRequest request) throws IOException {
        auditor.note(request, Action.SUPPRESSIONS_TAKEN_IN, null, null);
        return list.take(request.getInputStream());
    }

    /**
     * One line for each reason of a lead: its id, the media that are forbidden, since when. Ids tell nothing without the house's
     * identity key.
     */
    @GetMapping(produces = "text/csv")
    void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        auditor.note(request, Action.SUPPRESSIONS_READ, null, null);
        response.setContentType("text/csv;charset=utf-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"suppressions.csv\"");
        Writer lines = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), UTF_8));
        lines.write("lead,media,since,reason\r\n");
        ledger.each(entry -> write(entry, lines));
        lines.flush();
    }

    private static void write(Ledger.Entry entry, Writer lines) {
        SequencedMap<Why, List<String>> media = new LinkedHashMap<>();
        entry.grounds()
                .forEach(ground -> media.computeIfAbsent(
                                new Why(ground.since(), ground.reason()), _ -> new ArrayList<>())
                        .add(Json.nameOf(ground.medium())));
        try {
            for (var line : media.entrySet()) {
                Why why = line.getKey();
                lines.write(entry.lead() + "," + String.join(" ", line.getValue()) + "," + why.since() + ","
                        + (why.reason() == null ? "" : Json.nameOf(why.reason())) + "\r\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the media on one line have in common. */
    private record Why(Instant since, @Nullable Reason reason) {}
}
