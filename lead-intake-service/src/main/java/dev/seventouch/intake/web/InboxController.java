package dev.seventouch.intake.web;

import dev.seventouch.intake.mailbox.Inbox;
import dev.seventouch.service.web.NotFound;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Mail of which nobody but a person can tell what it is, newest first. */
@RestController
@RequestMapping("/api/v1/inbox")
final class InboxController {
    private static final int MOST_SHOWN = 200;

    private final Inbox inbox;

    InboxController(Inbox inbox) {
        this.inbox = inbox;
    }

    record Listed(List<Inbox.Entry> mails) {}

    @GetMapping
    Listed waiting() {
        return new Listed(inbox.waiting(MOST_SHOWN));
    }

    /** Somebody has seen to it. What it said of a lead is told as any other signal. */
    @PostMapping("/{id}/done")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void done(@PathVariable String id) {
        if (!inbox.done(id)) {
            throw new NotFound("No mail waits under this id.");
        }
    }
}
