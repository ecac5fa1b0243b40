package dev.seventouch.mailer.web;

import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.TouchId;
import dev.seventouch.mailer.delivery.PrintRoom;
import dev.seventouch.mailer.delivery.print.CutOff;
import dev.seventouch.mailer.delivery.print.PrintBatch;
import dev.seventouch.mailer.delivery.print.PrintItem;
import dev.seventouch.mailer.delivery.print.PrintItems;
import dev.seventouch.mailer.delivery.print.Printing;
import dev.seventouch.service.web.BadRequest;
import dev.seventouch.service.web.NotFound;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Letters and cards: what waits, and the batches in which it is printed. */
@RestController
@RequestMapping("/api/v1/letter-batches")
class LetterController {

    private static final int MOST_BATCHES = 100;
    private static final int MOST_QUEUED = 500;
    private static final int MOST_RETURNS = 1000;
    private static final int LONGEST_NAME = 100;

    private final PrintItems items;
    private final PrintRoom room;
    private final Printing printing;
    private final Optional<CutOff> daily;
    private final InstantSource clock;

    LetterController(PrintItems items, PrintRoom room, Printing printing, Optional<CutOff> daily, InstantSource clock) {
        this.items = items;
        this.room = room;
        this.printing = printing;
        this.daily = daily;
        this.clock = clock;
    }

    record ItemView(
            TouchId touchId,
            LeadId leadId,
            Channel channel,
            List<String> address,
            PrintItem.State state,
            Instant queuedAt,
            String page) {

        static ItemView of(PrintItem item) {
            return new ItemView(
                    item.touch(),
                    item.lead(),
                    item.channel(),
                    item.address(),
                    item.state(),
                    item.queuedAt(),
                    "/api/v1/letter-batches/items/" + item.touch());
        }
    }

    /**
     * @param queued the oldest 500
     * @param nextCutOff when what is queued becomes a batch by itself; null if never
     */
    record Overview(
            List<ItemView> queued,
            List<PrintBatch> batches,
            @Nullable Instant nextCutOff) {}

    record BatchView(PrintBatch batch, List<ItemView> items) {}

    /** @param takeOut what must be taken out of the stack if it is in it: the lead said stop after the batch was made */
    record PostedView(PrintBatch batch, List<ItemView> takeOut) {}

    record ReturnedView(List<ItemView> returned) {}

    /** @param cutOff what was queued until then goes in; now unless said */
    record NewBatch(@Nullable Instant cutOff) {}

    record Step(@Nullable String by) {}

    record Returns(@Nullable List<String> touches) {}

    @GetMapping
    Overview all() {
        Instant now = clock.instant();
        return new Overview(
                items.queued(now, MOST_QUEUED).stream().map(ItemView::of).toList(),
                items.batches(MOST_BATCHES),
                daily.map(cutOff -> cutOff.next(now).toInstant()).orElse(null));
    }

    @PostMapping
    ResponseEntity<BatchView> close(@RequestBody(required = false) @Nullable NewBatch wanted) {
        Instant now = clock.instant();
        Instant cutOff = wanted == null || wanted.cutOff() == null ? now : wanted.cutOff();
        if (cutOff.isAfter(now)) {
            throw new BadRequest("cutOff", "is still to come: leave it out, or take an instant that has been");
        }
        return room.close(cutOff)
                .map(batch -> ResponseEntity.status(HttpStatus.CREATED).body(view(batch)))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @GetMapping("/{id}")
    BatchView one(@PathVariable String id) {
        return view(batch(id));
    }

    @PostMapping("/{id}/claim")
    ResponseEntity<BatchView> claim(@PathVariable String id, @RequestBody Step step) {
        String by = by(step);
        batch(id);
        return room.claim(id, by)
                .map(claimed -> ResponseEntity.ok(view(claimed)))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.CONFLICT).body(view(batch(id))));
    }

    /** Whoever has it can't print it after all. */
    @PostMapping("/{id}/release")
    ResponseEntity<BatchView> release(@PathVariable String id, @RequestBody Step step) {
        String by = by(step);
        batch(id);
        return room.release(id, by)
                .map(open -> ResponseEntity.ok(view(open)))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.CONFLICT).body(view(batch(id))));
    }

    @PostMapping("/{id}/posted")
    ResponseEntity<PostedView> posted(@PathVariable String id, @RequestBody Step step) {
        String by = by(step);
        batch(id);
        return room.posted(id, by)
                .map(out -> ResponseEntity.ok(
                        new PostedView(batch(id), out.stream().map(ItemView::of).toList())))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.CONFLICT).body(new PostedView(batch(id), List.of())));
    }

    @PostMapping("/{id}/returned")
    ReturnedView returned(@PathVariable String id, @RequestBody Returns returns) {
        batch(id);
        List<String> touches = returns.touches();
        if (touches == null || touches.isEmpty() || touches.size() > MOST_RETURNS) {
            throw new BadRequest("touches", "name 1 to " + MOST_RETURNS + " touches of the batch that came back");
        }
        return new ReturnedView(room.returned(id, Set.copyOf(touches)).stream()
                .map(ItemView::of)
                .toList());
    }

    /** @param of {@code letters}, {@code cards} or {@code labels}: they are printed on different paper */
    @GetMapping("/{id}/{of}.pdf")
    ResponseEntity<Resource> pages(
            @PathVariable String id, @PathVariable String of, @RequestParam(defaultValue = "l7160") String sheets)
            throws IOException {
        PrintBatch batch = batch(id);
        // All of it is made before the first byte goes out, so that a fault is told as one; on the disk, because it may
        // be large.
        Path pdf = Files.createTempFile("letters", ".pdf");
        try {
            try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(pdf))) {
                switch (of) {
                    case "letters" -> printing.pages(batch, printed(batch, Channel.LETTER), to);
                    case "cards" -> printing.pages(batch, printed(batch, Channel.CARD), to);
                    case "labels" -> printing.labels(printed(batch, Channel.LETTER, Channel.CARD), labels(sheets), to);
                    default -> throw new NotFound("There is letters.pdf, cards.pdf, labels.pdf and merge.csv.");
                }
            }
            return file(id + "-" + of + ".pdf", MediaType.APPLICATION_PDF)
                    .contentLength(Files.size(pdf))
                    .body(new InputStreamResource(Files.newInputStream(pdf, StandardOpenOption.DELETE_ON_CLOSE)));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(pdf);
            throw e;
        }
    }

    @GetMapping("/{id}/merge.csv")
    ResponseEntity<String> mergeFile(@PathVariable String id) {
        PrintBatch batch = batch(id);
        return file(id + ".csv", MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .body(printing.mergeFile(printed(batch, Channel.LETTER, Channel.CARD)));
    }

    @GetMapping("/items/{touchId}")
    ResponseEntity<String> page(@PathVariable String touchId) {
        return items.find(touchId(touchId))
                .map(item -> SandboxedPage.of(item.html()))
                .orElseThrow(() -> new NotFound("There is no letter or card of that touch."));
    }

    private static ResponseEntity.BodyBuilder file(String name, MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private List<PrintItem> printed(PrintBatch batch, Channel... channels) {
        return room.printed(batch).stream()
                .filter(item -> Arrays.asList(channels).contains(item.channel()))
                .toList();
    }

    private BatchView view(PrintBatch batch) {
        return new BatchView(
                batch, items.of(batch.id()).stream().map(ItemView::of).toList());
    }

    private PrintBatch batch(String id) {
        return items.batch(id).orElseThrow(() -> new NotFound("There is no batch of that id."));
    }

    private static String by(Step step) {
        String by = step.by();
        if (by == null || by.isBlank() || by.length() > LONGEST_NAME) {
            throw new BadRequest("by", "say who does it, in at most " + LONGEST_NAME + " characters");
        }
        return by.strip();
    }

    private static Printing.Labels labels(String name) {
        for (Printing.Labels labels : Printing.Labels.values()) {
            if (labels.name().equalsIgnoreCase(name)) {
                return labels;
            }
        }
        throw new BadRequest("sheets", "take l7160 (A4, 3 by 7) or avery5160 (US letter, 3 by 10)");
    }

    private static TouchId touchId(String touchId) {
        try {
            return new TouchId(touchId);
        } catch (IllegalArgumentException e) {
            throw new BadRequest("touchId", String.valueOf(e.getMessage()));
        }
    }
}
