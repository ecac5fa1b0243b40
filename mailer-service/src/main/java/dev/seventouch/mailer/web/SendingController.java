package dev.seventouch.mailer.web;

import dev.seventouch.mailer.delivery.Sending;
import dev.seventouch.mailer.delivery.complaint.CadenceDays.Hold;
import dev.seventouch.mailer.delivery.complaint.CadenceRate;
import dev.seventouch.mailer.delivery.complaint.Complaints;
import dev.seventouch.service.web.NotFound;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether mail goes out, and the word that it may again. */
@RestController
@RequestMapping("/api/v1/sending")
class SendingController {

    private final Sending sending;
    private final Complaints complaints;

    SendingController(Sending sending, Complaints complaints) {
        this.sending = sending;
        this.complaints = complaints;
    }

    /**
     * @param why in the relay's words, if it is paused
     * @param until when one mail goes ahead to find out whether the set-up is mended
     * @param cadences what was called spam of each cadence's mail
     */
    record SendingView(
            boolean paused,
            @Nullable String why,
            @Nullable Instant since,
            @Nullable Instant until,
            List<CadenceView> cadences) {

        static SendingView of(Sending.@Nullable Pause pause, List<CadenceView> cadences) {
            return pause == null
                    ? new SendingView(false, null, null, null, cadences)
                    : new SendingView(true, pause.why(), pause.since(), pause.until(), cadences);
        }
    }

    /**
     * @param days over so many days
     * @param share of {@code mails}, or of the smallest number that a share is made of, that was called spam
     * @param state {@code fine}, {@code warned} or {@code held}
     */
    record CadenceView(
            String cadence,
            String state,
            int days,
            long mails,
            long complaints,
            double share,
            @Nullable String why,
            @Nullable Instant since) {

        static CadenceView of(CadenceRate rate, int days) {
            Hold held = rate.held();
            String otherwise = rate.tooMuch() ? "warned" : "fine";
            return new CadenceView(
                    rate.cadence(),
                    held == null ? otherwise : "held",
                    days,
                    rate.mails(),
                    rate.complaints(),
                    rate.share(),
                    held == null ? null : held.why(),
                    held == null ? null : held.since());
        }
    }

    @GetMapping
    SendingView now() {
        int days = complaints.limits().days();
        return SendingView.of(
                sending.paused(),
                complaints.rates().stream()
                        .map(rate -> CadenceView.of(rate, days))
                        .toList());
    }

    /** For whoever has mended the set-up. What was deferred comes when the engine says so. */
    @PostMapping("/resume")
    SendingView resume() {
        sending.resume();
        return now();
    }

    /** For whoever has mended what was called spam. */
    @PostMapping("/cadences/{cadence}/release")
    SendingView release(@PathVariable String cadence) {
        if (!complaints.release(cadence)) {
            throw new NotFound("mail of the cadence \"" + cadence + "\" is not held; held are "
                    + complaints.rates().stream()
                            .filter(rate -> rate.held() != null)
                            .map(CadenceRate::cadence)
                            .toList());
        }
        return now();
    }
}
