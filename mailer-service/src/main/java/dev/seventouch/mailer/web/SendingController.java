package dev.seventouch.mailer.web;

import dev.seventouch.mailer.delivery.Sending;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether mail goes out, and the word that it may again. */
@RestController
@RequestMapping("/api/v1/sending")
class SendingController {

    private final Sending sending;

    SendingController(Sending sending) {
        this.sending = sending;
    }

    /**
     * @param why in the relay's words, if it is paused
     * @param until when one mail goes ahead to find out whether the set-up is mended
     */
    record SendingView(
            boolean paused,
            @Nullable String why,
            @Nullable Instant since,
            @Nullable Instant until) {

        static SendingView of(Sending.@Nullable Pause pause) {
            return pause == null
                    ? new SendingView(false, null, null, null)
                    : new SendingView(true, pause.why(), pause.since(), pause.until());
        }
    }

    @GetMapping
    SendingView now() {
        return SendingView.of(sending.paused());
    }

    /** For whoever has mended the set-up. What was deferred comes when the engine says so. */
    @PostMapping("/resume")
    SendingView resume() {
        sending.resume();
        return now();
    }
}
