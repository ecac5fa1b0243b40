package dev.seventouch.engine.laws;

import dev.seventouch.engine.cadence.Again;
import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.engine.enrollment.Decision;
import dev.seventouch.engine.enrollment.Decision.Lane;
import dev.seventouch.engine.enrollment.Enrollment;
import dev.seventouch.engine.enrollment.Enrollment.Active;
import dev.seventouch.engine.enrollment.Enrollment.Finished;
import dev.seventouch.engine.enrollment.Input;
import dev.seventouch.engine.enrollment.Pace;
import dev.seventouch.engine.enrollment.Touch;
import dev.seventouch.events.lead.LeadEvent;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 1. A captured lead's first touch is due at the instant of capture, whatever the hours. Where first touches are let out at a rate it
 * is due at that instant if it is within the hours.
 */
final class AtOnce implements Law {
    private Decision.@Nullable Started begun;
    private @Nullable Cadence plan;
    private boolean greeted;
    private boolean disturbed;

    @Override
    public void saw(Moment moment, Witness witness) {
        if (moment.input() instanceof Input.Captured(var captured)) {
            mustBegin(moment, captured);
        }
        disturbed |= begun != null && !(moment.input() instanceof Input.Woken);
        for (Decision decision : moment.decisions()) {
            switch (decision) {
                case Decision.Started started
                when !started.progress().hasMovedIn() && !(moment.input() instanceof Input.Answered) -> {
                    begun = started;
                    plan = moment.shelf().cadence(started.cadence()).orElse(null);
                    greeted = false;
                    disturbed = false;
                }
                // Whoever moves in is no longer greeted for the capture.
                case Decision.Started started when started.progress().hasMovedIn() -> begun = null;
                case Decision.Touched(var touch, var due, var lane)
                when isFirst(due.touch().step()) -> {
                    greeted = true;
                    if (touch.attempt() == 1
                            && !disturbed
                            && !plan.rules().release().first()
                            && !due.dueAt().equals(begun.progress().started())) {
                        throw broken("the first touch was due at " + due.dueAt());
                    }
                    if (lane != Lane.FIRST) {
                        throw broken("the first touch went out behind others");
                    }
                }
                case Decision.Skipped(var place, var why, var _)
                when isFirst(place.key()) -> {
                    greeted = true;
                    mayPassOver(moment, witness, why);
                }
                default -> {}
            }
        }
    }

    private boolean isFirst(String step) {
        return begun != null && plan != null && !greeted && plan.first().key().equals(step);
    }

    @Override
    public void settled(Instant now, @Nullable Enrollment enrollment, Witness witness) {
        if (begun != null
                && !greeted
                && !disturbed
                && plan != null
                && enrollment instanceof Active active
                && active.id().equals(begun.id())
                && active.next() instanceof Touch.Planned planned
                && planned.turn() == null
                && !mayWait(planned, now, witness)) {
            throw broken("the first touch is planned for " + planned.dueAt());
        }
        begun = null;
    }

    /** By the rate of its plan, for the next opening, if this moment is in none or was overslept. */
    private boolean mayWait(Touch.Planned planned, Instant now, Witness witness) {
        if (plan == null || begun == null || !plan.rules().release().first()) {
            return false;
        }
        Oracle oracle =
                Oracle.of(plan, planned.place(), witness.lead().orElseThrow().contact());
        boolean isCapturedJustNow = begun.progress().started().equals(now);
        return oracle.against(planned.dueAt()) == null
                && (!isCapturedJustNow
                        || oracle.against(now) != null
                        || !witness.reachedAt().isEmpty());
    }

    // ---- who begins

    private void mustBegin(Moment moment, LeadEvent.Captured captured) {
        Optional<Cadence> taking = moment.after() == null
                ? Optional.empty()
                : moment.shelf().taking(moment.after().lead().origin().source());
        if (taking.isEmpty()) {
            return;
        }
        Instant at = switch (moment.before()) {
            case null -> captured.first();
            case Finished finished when startsAgain(moment, finished, captured, taking.get()) -> captured.latest();
            default -> null;
        };
        if (at != null && !begins(moment, captured, at.isBefore(moment.now()) ? at : moment.now())) {
            throw broken("a lead that was captured at " + at + " did not begin then");
        }
    }

    private static boolean begins(Moment moment, LeadEvent.Captured captured, Instant at) {
        for (Decision decision : moment.decisions()) {
            if (decision instanceof Decision.Started started) {
                return started.progress().started().equals(at) && !captured.waitsForConfirmation();
            }
            if (decision instanceof Decision.AskedToConfirm asked) {
                return asked.request().dueAt().equals(at) && captured.waitsForConfirmation();
            }
        }
        return false;
    }

    private static boolean startsAgain(Moment moment, Finished finished, LeadEvent.Captured captured, Cadence taking) {
        Again again = taking.entry().again();
        return captured.latest().isAfter(finished.at())
                && !Oracle.ways(moment.after()).isEmpty()
                && switch (finished.ending()) {
                    case STOPPED, MOVED -> false;
                    case UNDELIVERABLE, UNCONFIRMED -> true;
                    case READY_TO_BUY, CONVERTED ->
                        again.after().contains(finished.ending())
                                && !captured.latest().isBefore(finished.at().plus(again.earliest()));
                };
    }

    // ---- whom it does not come to

    private void mayPassOver(Moment moment, Witness witness, String why) {
        boolean old = moment.now()
                .isAfter(begun.progress()
                        .started()
                        .plus(Pace.USUAL.firstPatience())
                        .plus(Pace.USUAL.lateness()));
        if (!old && !disturbed && moment.before() instanceof Active active) {
            Oracle.action(plan, plan.first(), active).ifPresent(action -> {
                if (witness.against(action.channel()) == null
                        && !active.history().dead().contains(action.channel().medium())
                        && Oracle.hasWay(action.channel(), active.lead().contact())) {
                    throw broken("the first touch was passed over: " + why);
                }
            });
        }
    }
}
