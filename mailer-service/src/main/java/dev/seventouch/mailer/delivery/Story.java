package dev.seventouch.mailer.delivery;

import dev.seventouch.events.outcome.TouchOutcome;
import dev.seventouch.events.touch.TouchEvent;
import dev.seventouch.mailer.delivery.Claim.Result;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells each touch's story in the log, findable by the lead's id, and counts how the stories end. */
final class Story {

    private static final Logger log = LoggerFactory.getLogger(Delivery.class);

    private final MeterRegistry meters;

    Story(MeterRegistry meters) {
        this.meters = meters;
    }

    void expired(TouchEvent.Due due) {
        log.info(
                "expired, left to be planned anew lead={} touch={} attempt={}",
                due.touch().lead(),
                due.touch().id(),
                due.attempt());
    }

    void inDoubt(Job job) {
        log.warn(
                "nobody knows whether it went; it is tried again under the same id lead={} touch={}",
                job.claim().touch().lead(),
                job.id());
        meters.counter("seventouch.deliveries.in.doubt").increment();
    }

    TouchOutcome slow(TouchEvent.Due due, Result.Deferred until) {
        log.info(
                "under way for long; its batch goes on lead={} touch={}",
                due.touch().lead(),
                due.touch().id());
        return until.outcomeOf(due.touch());
    }

    TouchOutcome busy(TouchEvent.Due due, Result.Deferred until) {
        log.info(
                "busy elsewhere lead={} touch={}",
                due.touch().lead(),
                due.touch().id());
        return until.outcomeOf(due.touch());
    }

    TouchOutcome again(TouchEvent.Due due, Result result) {
        log.info(
                "told again: {} lead={} touch={}",
                words(result),
                due.touch().lead(),
                due.touch().id());
        return result.outcomeOf(due.touch());
    }

    TouchOutcome done(Job job, Result result) {
        log.info(
                "{} lead={} touch={} step={} channel={} attempt={}",
                words(result),
                job.claim().touch().lead(),
                job.id(),
                job.claim().touch().step(),
                job.claim().touch().channel(),
                job.claim().attempt());
        meters.counter(
                        "seventouch.deliveries",
                        "channel",
                        job.claim().touch().channel().name(),
                        "result",
                        result.getClass().getSimpleName())
                .increment();
        return result.outcomeOf(job.claim().touch());
    }

    private static String words(Result result) {
        return switch (result) {
            case Result.HandedOver _ -> "handed over";
            case Result.Deferred(var why, var until, var at) -> "deferred until " + until + " (" + why + ")";
            case Result.Failed(var fault, var why, var at) -> "failed (" + fault + ": " + why + ")";
            case Result.Skipped(var why, var at) -> "skipped (" + why + ")";
        };
    }
}
