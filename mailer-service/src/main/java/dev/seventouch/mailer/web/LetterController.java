package dev.seventouch.mailer.web;

import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.TouchId;
import dev.seventouch.mailer.delivery.print.PrintItem;
import dev.seventouch.mailer.delivery.print.PrintItems;
import dev.seventouch.service.web.BadRequest;
import dev.seventouch.service.web.NotFound;
import java.time.Instant;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Letters and cards that wait for the printer. */
@RestController
@RequestMapping("/api/v1/letter-batches")
class LetterController {

    private final PrintItems items;

    LetterController(PrintItems items) {
        this.items = items;
    }

    record QueuedItem(
            TouchId touchId,
            LeadId leadId,
            Channel channel,
            List<String> address,
            PrintItem.State state,
            Instant queuedAt,
            String page) {

        static QueuedItem of(PrintItem item) {
            return new QueuedItem(
                    item.touch(),
                    item.lead(),
                    item.channel(),
                    item.address(),
                    item.state(),
                    item.queuedAt(),
                    "/api/v1/letter-batches/items/" + item.touch());
        }
    }

    record Queue(List<QueuedItem> queued) {}

    @GetMapping
    Queue queued() {
        return new Queue(items.queued().stream().map(QueuedItem::of).toList());
    }

    @GetMapping("/items/{touchId}")
    ResponseEntity<String> page(@PathVariable String touchId) {
        return items.find(touchId(touchId))
                .map(item -> SandboxedPage.of(item.html()))
                .orElseThrow(() -> new NotFound("There is no letter or card of that touch."));
    }

    private static TouchId touchId(String touchId) {
        try {
            return new TouchId(touchId);
        } catch (IllegalArgumentException e) {
            throw new BadRequest("touchId", String.valueOf(e.getMessage()));
        }
    }
}
