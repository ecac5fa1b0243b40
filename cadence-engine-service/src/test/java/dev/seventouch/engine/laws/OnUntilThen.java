package dev.seventouch.engine.laws;

import dev.seventouch.engine.cadence.Ending;
import dev.seventouch.engine.cadence.Place;
import dev.seventouch.engine.cadence.Progress;
import dev.seventouch.engine.enrollment.Decision;
import dev.seventouch.engine.enrollment.Enrollment;
import dev.seventouch.engine.enrollment.Enrollment.Active;
import dev.seventouch.engine.enrollment.Enrollment.Finished;
import dev.seventouch.engine.enrollment.Enrollment.Unconfirmed;
import dev.seventouch.engine.enrollment.Input;
import dev.seventouch.events.outcome.TouchOutcome;
import dev.seventouch.events.signal.Signal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** 6. Only stop, ready to buy, a sale, and no way left to reach the lead end an enrollment. What is done stays done. */
final class OnUntilThen implements Law {

    @Override
    public void saw(Moment moment, Witness witness) {
        for (Decision decision : moment.decisions()) {
            if (decision instanceof Decision.Finished(var ending, var _) && !isCause(moment, ending)) {
                throw broken("it ended " + ending + " for no reason");
            }
        }
        if (moment.before() instanceof Active before
                && moment.after() instanceof Active after
                && before.id().equals(after.id())) {
            keeps(moment, before, after);
        }
    }

    private static boolean isCause(Moment moment, Ending ending) {
        return switch (ending) {
            case STOPPED ->
                moment.input() instanceof Input.Signalled(Signal.Complained _)
                        || (moment.input() instanceof Input.Signalled(Signal.Unsubscribed stop)
                                && stop.fromEverything());
            case READY_TO_BUY -> moment.input() instanceof Input.Signalled(Signal.ReadyToBuy _);
            case CONVERTED -> moment.input() instanceof Input.Signalled(Signal.Converted _);
            case UNDELIVERABLE -> isOutOfReach(moment.after());
            case MOVED -> moment.input() instanceof Input.Captured(var captured) && captured.sameAs() != null;
            case UNCONFIRMED ->
                moment.before() instanceof Unconfirmed asked
                        && (moment.input() instanceof Input.Answered(TouchOutcome.Failed _)
                                || !asked.until().isAfter(moment.input().asOf(moment.now()))
                                || isOutOfReach(moment.after()));
        };
    }

    private static boolean isOutOfReach(@Nullable Enrollment enrollment) {
        return enrollment instanceof Finished && Oracle.ways(enrollment).isEmpty();
    }

    // ---- the place is kept

    private void keeps(Moment moment, Active before, Active after) {
        for (Map.Entry<String, Integer> done : before.progress().done().entrySet()) {
            if (!after.progress().isDone(new Place(done.getKey(), done.getValue()))) {
                throw broken(done.getKey() + " was done, and is to be done again");
            }
        }
        if (!after.progress().started().equals(before.progress().started())) {
            throw broken("it counts from another start");
        }
        if (after.history().starts() != before.history().starts()) {
            throw broken("it started anew");
        }
        if (isNoReasonToGoOn(moment) && isSamePlan(moment)) {
            samePlace(before, after);
        }
    }

    /** Signals that hold the plan up, or say nothing about it. */
    private static boolean isNoReasonToGoOn(Moment moment) {
        return moment.input() instanceof Input.Signalled(Signal signal) && !(signal instanceof Signal.Preferred);
    }

    private static boolean isSamePlan(Moment moment) {
        for (Decision decision : moment.decisions()) {
            if (decision instanceof Decision.Migrated || decision instanceof Decision.Skipped) {
                return false;
            }
        }
        return true;
    }

    private void samePlace(Active before, Active after) {
        Progress was = before.progress();
        if (!was.equals(after.progress())) {
            throw broken("a signal moved the plan from " + was.last() + " to "
                    + after.progress().last());
        }
        if (!before.next().place().equals(after.next().place())) {
            throw broken("a signal moved what is next from " + before.next().place() + " to "
                    + after.next().place());
        }
    }
}
