package dev.seventouch.mailer.store;

import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.outcome.Fault;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.EnrollmentId;
import dev.seventouch.events.touch.TouchId;
import dev.seventouch.events.touch.TouchRef;
import dev.seventouch.mailer.delivery.Claim;
import dev.seventouch.mailer.delivery.Claim.Result;
import java.time.Instant;
import java.util.Objects;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A claim as it is kept. Public, because the driver reads its components.
 *
 * @param plannedAt the instant for which the plan had it
 * @param turnKey touch and turn; unique, so that setting it from one turn to the next is a compare-and-set on one key
 */
public record ClaimDocument(
        @BsonId String id,
        String turnKey,
        int turn,
        String lead,
        String enrollment,
        String step,
        int occurrence,
        String channel,
        @Nullable String content,
        String instance,
        String incarnation,
        Instant leaseUntil,
        int attempt,
        int doubts,
        Instant firstDueAt,
        String state,
        @Nullable Instant at,
        @Nullable Instant until,
        @Nullable String why,
        @Nullable String receipt,
        @Nullable String fault,
        @Nullable Integer version,
        @Nullable Instant plannedAt) {

    static final String ATTEMPTING = "ATTEMPTING";

    static ClaimDocument of(Claim claim) {
        TouchRef touch = claim.touch();
        Told told = Told.of(claim.result());
        return new ClaimDocument(
                touch.id().value(),
                turnKey(touch.id(), claim.turn()),
                claim.turn(),
                touch.lead().value(),
                touch.enrollment().value(),
                touch.step(),
                touch.occurrence(),
                touch.channel().name(),
                touch.content(),
                claim.owner().instance(),
                claim.owner().incarnation(),
                claim.leaseUntil(),
                claim.attempt(),
                claim.doubts(),
                claim.firstDueAt(),
                told.state(),
                told.at(),
                told.until(),
                told.why(),
                told.receipt(),
                told.fault(),
                touch.version(),
                touch.dueAt());
    }

    /** What stands in place of the turn once the touch is at its end. */
    static String endKey(TouchId touch) {
        return touch + "/end";
    }

    static String turnKey(TouchId touch, int turn) {
        return touch + "/" + turn;
    }

    Claim claim() {
        return new Claim(
                new TouchRef(
                        new TouchId(id),
                        new LeadId(lead),
                        new EnrollmentId(enrollment),
                        step,
                        occurrence,
                        Channel.valueOf(channel),
                        content,
                        version,
                        plannedAt),
                turn,
                new Claim.Owner(instance, incarnation),
                leaseUntil,
                attempt,
                doubts,
                firstDueAt,
                result());
    }

    private @Nullable Result result() {
        String reason = Objects.requireNonNullElse(why, "");
        return switch (state) {
            case "HANDED_OVER" -> new Result.HandedOver(receipt, told(at));
            case "DEFERRED" -> new Result.Deferred(reason, told(until), told(at));
            case "FAILED" -> new Result.Failed(Fault.valueOf(told(fault)), reason, told(at));
            case "SKIPPED" -> new Result.Skipped(reason, told(at));
            default -> null;
        };
    }

    private static <T> T told(@Nullable T value) {
        return Objects.requireNonNull(value);
    }

    /** A result in columns. */
    record Told(
            String state,
            @Nullable Instant at,
            @Nullable Instant until,
            @Nullable String why,
            @Nullable String receipt,
            @Nullable String fault) {

        static Told of(@Nullable Result result) {
            return switch (result) {
                case null -> new Told(ATTEMPTING, null, null, null, null, null);
                case Result.HandedOver(var receipt, var at) -> new Told("HANDED_OVER", at, null, null, receipt, null);
                case Result.Deferred(var why, var until, var at) -> new Told("DEFERRED", at, until, why, null, null);
                case Result.Failed(var fault, var why, var at) -> new Told("FAILED", at, null, why, null, fault.name());
                case Result.Skipped(var why, var at) -> new Told("SKIPPED", at, null, why, null, null);
            };
        }
    }
}
