package dev.seventouch.mailer.web;

import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.outcome.Fault;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.TouchId;
import dev.seventouch.mailer.delivery.Claim;
import dev.seventouch.mailer.delivery.Claim.Result;
import dev.seventouch.mailer.delivery.Claims;
import dev.seventouch.service.web.BadRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What became of a lead's touches. */
@RestController
class DeliveryController {

    private final Claims claims;

    DeliveryController(Claims claims) {
        this.claims = claims;
    }

    /** What a hand-over came to. */
    enum State {
        ATTEMPTING,
        HANDED_OVER,
        DEFERRED,
        FAILED,
        SKIPPED
    }

    /**
     * @param doubts how often it was tried again without anybody knowing whether it had gone
     * @param at house time of its last change
     */
    record DeliveryView(
            TouchId touch,
            String step,
            int occurrence,
            Channel channel,
            @Nullable String content,
            State state,
            int attempt,
            int doubts,
            Instant firstDueAt,
            @Nullable Instant at,
            @Nullable Instant until,
            @Nullable Fault fault,
            @Nullable String why,
            @Nullable String receipt) {

        static DeliveryView of(Claim claim) {
            return switch (claim.result()) {
                case null -> view(claim, State.ATTEMPTING, null, null, null, null, null);
                case Result.HandedOver(var receipt, var at) ->
                    view(claim, State.HANDED_OVER, at, null, null, null, receipt);
                case Result.Deferred(var why, var until, var at) ->
                    view(claim, State.DEFERRED, at, until, null, why, null);
                case Result.Failed(var fault, var why, var at) -> view(claim, State.FAILED, at, null, fault, why, null);
                case Result.Skipped(var why, var at) -> view(claim, State.SKIPPED, at, null, null, why, null);
            };
        }

        private static DeliveryView view(
                Claim claim,
                State state,
                @Nullable Instant at,
                @Nullable Instant until,
                @Nullable Fault fault,
                @Nullable String why,
                @Nullable String receipt) {
            return new DeliveryView(
                    claim.id(),
                    claim.touch().step(),
                    claim.touch().occurrence(),
                    claim.touch().channel(),
                    claim.touch().content(),
                    state,
                    claim.attempt(),
                    claim.doubts(),
                    claim.firstDueAt(),
                    at,
                    until,
                    fault,
                    why,
                    receipt);
        }
    }

    @GetMapping("/api/v1/deliveries")
    List<DeliveryView> of(@RequestParam(required = false) @Nullable String leadId) {
        return claims.of(leadId(leadId)).stream()
                .map(DeliveryView::of)
                .sorted(Comparator.comparing(DeliveryView::firstDueAt))
                .toList();
    }

    private static LeadId leadId(@Nullable String leadId) {
        if (leadId == null) {
            throw new BadRequest("leadId", "is missing: ask with ?leadId=…");
        }
        try {
            return new LeadId(leadId);
        } catch (IllegalArgumentException e) {
            throw new BadRequest("leadId", String.valueOf(e.getMessage()));
        }
    }
}
