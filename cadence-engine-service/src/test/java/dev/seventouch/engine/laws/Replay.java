package dev.seventouch.engine.laws;

import dev.seventouch.engine.cadence.Ending;
import dev.seventouch.engine.cadence.Place;
import dev.seventouch.engine.cadence.Progress;
import dev.seventouch.engine.enrollment.Decision;
import dev.seventouch.engine.enrollment.Enrollment;
import dev.seventouch.engine.enrollment.Enrollment.Active;
import dev.seventouch.engine.enrollment.Enrollment.Finished;
import dev.seventouch.engine.enrollment.Enrollment.Unconfirmed;
import dev.seventouch.engine.enrollment.Enrollment.Unplaced;
import dev.seventouch.engine.enrollment.Input;
import dev.seventouch.engine.enrollment.Touch;
import dev.seventouch.events.outcome.Fault;
import dev.seventouch.events.outcome.TouchOutcome;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An engine that is rebuilt from what it was told, and is not woken meanwhile, stands where it stood: it touches nobody, and
 * differs only by what nobody told it, such as what was passed over when its time came.
 */
final class Replay implements Law {
    private final Set<Place> passedOver = new HashSet<>();
    private boolean sameWorld = true;
    private boolean planOnly = true;
    private @Nullable Shelf shelf;

    @Override
    public void saw(Moment moment, Witness witness) {
        sameWorld &= (shelf == null || shelf == moment.shelf())
                && !isTooLate(moment)
                && !isOfNoUse(moment.input(), moment.decisions());
        shelf = moment.shelf();
        for (Decision decision : moment.decisions()) {
            switch (decision) {
                case Decision.Skipped(var place, var _, var _) -> {
                    passedOver.add(place);
                    planOnly &= !isWoken(moment);
                }
                case Decision.Planned _ -> planOnly &= !isWoken(moment);
                default -> {}
            }
        }
    }

    private static boolean isWoken(Moment moment) {
        return moment.input() instanceof Input.Woken || moment.input() instanceof Input.Queued;
    }

    /** Told after its time was up, of what was before: whoever reads it again reads it in time. */
    private static boolean isTooLate(Moment moment) {
        return moment.before() instanceof Finished finished
                && finished.ending() == Ending.UNCONFIRMED
                && moment.input().asOf(moment.now()).isBefore(finished.at());
    }

    /**
     * That an address does not work, for good or for now, is not believed of a touch that was passed over; by the next one it is
     * told again.
     */
    private static boolean isOfNoUse(Input input, List<Decision> decisions) {
        return input instanceof Input.Answered(TouchOutcome.Failed failed)
                && (failed.fault() == Fault.LEAD || failed.fault() == Fault.MAILBOX)
                && decisions.stream().allMatch(Decision.Recorded.class::isInstance);
    }

    @Override
    public void ended(Engine engine, Witness witness) {
        Enrollment stood = engine.enrollment();
        if (stood == null) {
            return;
        }
        Enrollment stands = null;
        for (Input input : engine.told()) {
            List<Decision> decisions = engine.core().decide(stands, input, engine.now());
            for (Decision decision : decisions) {
                if (decision instanceof Decision.Touched) {
                    throw broken("somebody was touched by what had happened long ago");
                }
                // What was on its way has not gone out for one who was not woken. It can miss its date by that, and
                // what comes next then counts from another moment.
                planOnly &=
                        !(decision instanceof Decision.Skipped(var place, var _, var _)) || passedOver.contains(place);
            }
            sameWorld &= !isOfNoUse(input, decisions);
            stands = Engine.apply(stands, decisions);
        }
        if (sameWorld && shelf == engine.shelf()) {
            compare(stood, stands);
        }
    }

    private void compare(Enrollment stood, @Nullable Enrollment stands) {
        switch (stood) {
            case Active before when stands instanceof Active after -> compare(before, after);
            case Finished before
            when stands instanceof Finished after -> {
                same("the ending", before.ending(), after.ending());
                same("the end", before.at(), after.at());
                same("what is remembered", before.history(), after.history());
                same("the errands", places(before.errands()), places(after.errands()));
            }
            case Unconfirmed before
            when stands instanceof Unconfirmed after -> {
                same("until when it may be confirmed", before.until(), after.until());
                same("what is remembered", before.history(), after.history());
            }
            case Unplaced before
            when stands instanceof Unplaced after -> same("what is known", before.captured(), after.captured());
            // That time is up is told by nobody: it is noticed when the engine is woken.
            case Finished before
            when before.ending() == Ending.UNCONFIRMED
                    && stands instanceof Unconfirmed after
                    && after.until().equals(before.at()) -> {}
            default -> throw broken(Difference.between(stands, stood));
        }
    }

    private void compare(Active before, Active after) {
        same("the enrollment", before.id(), after.id());
        same("the plan", before.cadence(), after.cadence());
        same("the start", before.progress().started(), after.progress().started());
        same("what is remembered", before.history(), after.history());
        same("until when it is held", before.heldUntil(), after.heldUntil());
        same("the errands", places(before.errands()), places(after.errands()));
        done(before, after.progress());
        if (planOnly && before.next() instanceof Touch.Planned next) {
            same("what is next", next.place(), after.next().place());
            same("when " + next.place() + " is due", next.dueAt(), after.next().dueAt());
        }
    }

    /** Nothing is done that was not, unless something was on its way; and only what was passed over is not done that was. */
    private void done(Active before, Progress after) {
        for (Map.Entry<String, Integer> done : after.done().entrySet()) {
            Place place = new Place(done.getKey(), done.getValue());
            if (planOnly && !before.progress().isDone(place) && before.next() instanceof Touch.Planned) {
                throw broken(place + " was not done, and is");
            }
        }
        for (Map.Entry<String, Integer> done : before.progress().done().entrySet()) {
            Place place = new Place(done.getKey(), done.getValue());
            if (!after.isDone(place) && !passedOver.contains(place)) {
                throw broken(place + " was done, and is not");
            }
        }
    }

    private static Set<Place> places(List<Touch> errands) {
        return errands.stream().map(Touch::place).collect(Collectors.toSet());
    }

    private void same(String what, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            throw broken(what + ": " + Difference.between(after, before));
        }
    }
}
