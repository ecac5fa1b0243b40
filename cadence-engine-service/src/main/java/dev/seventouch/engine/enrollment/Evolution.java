package dev.seventouch.engine.enrollment;

import dev.seventouch.engine.cadence.Place;
import dev.seventouch.engine.cadence.Progress;
import dev.seventouch.engine.enrollment.Enrollment.Active;
import dev.seventouch.engine.enrollment.Enrollment.Finished;
import dev.seventouch.engine.enrollment.Enrollment.Unconfirmed;
import dev.seventouch.engine.enrollment.Enrollment.Unplaced;
import dev.seventouch.events.touch.EnrollmentId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What follows from a decision. */
public final class Evolution {

    private Evolution() {}

    /** @param before null for a lead that was not known */
    public static Enrollment apply(@Nullable Enrollment before, Decision decision) {
        return switch (decision) {
            case Decision.LeftUnplaced(var captured, var retryAt) ->
                new Unplaced(captured, retryAt, historyOf(before), errandsOf(before));
            case Decision.AskedToConfirm(var lead, var id, var cadence, var request, var until) ->
                new Unconfirmed(
                        lead, id, cadence, request, until, historyOf(before).started(id.start()), errandsOf(before));
            case Decision.Started(var lead, var id, var cadence, var progress, var first) ->
                new Active(
                        lead,
                        id,
                        cadence,
                        progress,
                        first,
                        historyOf(before).started(id.start()),
                        errandsOf(before),
                        null);
            case Decision.Finished(var ending, var at) ->
                switch (known(before, decision)) {
                    case Unplaced unplaced ->
                        new Finished(unplaced.lead(), null, null, ending, at, unplaced.history(), unplaced.errands());
                    case Unconfirmed asked ->
                        new Finished(
                                asked.lead(),
                                asked.id(),
                                asked.cadence(),
                                ending,
                                at,
                                asked.history(),
                                asked.errands());
                    case Active active ->
                        new Finished(
                                active.lead(),
                                active.id(),
                                active.cadence(),
                                ending,
                                at,
                                active.history(),
                                active.errands());
                    case Finished finished ->
                        new Finished(
                                finished.lead(),
                                finished.id(),
                                finished.cadence(),
                                ending,
                                at,
                                finished.history(),
                                finished.errands());
                };
            case Decision.Learned(var lead, var revived) ->
                switch (known(before, decision)) {
                    case Unplaced unplaced -> throw misplaced(decision, unplaced);
                    case Unconfirmed asked -> asked.with(lead, asked.history().withRevived(revived));
                    case Active active -> active.with(lead, active.history().withRevived(revived));
                    case Finished finished ->
                        finished.with(lead, finished.history().withRevived(revived));
                };
            case Decision.Migrated(var cadence) -> active(before, decision).with(cadence);
            case Decision.Planned(var next) -> planned(before, decision, next);
            case Decision.Touched(var touch, var due, var _) ->
                due.touch()
                                .enrollment()
                                .equals(EnrollmentId.ofErrands(due.lead().id()))
                        ? known(before, decision).with(with(errandsOf(before), touch))
                        : planned(before, decision, touch);
            case Decision.Skipped(var _, var _, var progress) -> doneWith(before, decision, progress);
            case Decision.Done(var _, var progress) -> doneWith(before, decision, progress);
            case Decision.Held(var until, var _) -> active(before, decision).heldUntil(until);
            case Decision.ErrandAdded(var errand) -> known(before, decision).with(with(errandsOf(before), errand));
            case Decision.ErrandDone(var place) ->
                withHistory(
                        known(before, decision).with(without(errandsOf(before), place)),
                        decision,
                        historyOf(before).withSeenTo(place));
            case Decision.Reached(var by, var content, var at) ->
                withHistory(before, decision, reached(historyOf(before), by, content, at));
            case Decision.Recorded(var touch) ->
                withHistory(before, decision, historyOf(before).with(touch));
            case Decision.Noted(var step, var answer) ->
                withHistory(before, decision, historyOf(before).withAnswer(step, answer));
            case Decision.Closed(var media, var cause, var _) ->
                withHistory(
                        before,
                        decision,
                        switch (cause) {
                            case FORBIDDEN -> historyOf(before).withForbidden(media);
                            case DEAD -> historyOf(before).withDead(media);
                        });
            case Decision.CameBack(var medium, var inARow, var last) ->
                withHistory(before, decision, historyOf(before).withSoftBounces(medium, inARow, last));
            case Decision.Wished(var wishes) ->
                withHistory(before, decision, historyOf(before).with(wishes));
            case Decision.Interested(var interest) ->
                withHistory(before, decision, historyOf(before).with(interest));
        };
    }

    private static Enrollment planned(@Nullable Enrollment before, Decision decision, Touch next) {
        return switch (known(before, decision)) {
            case Unconfirmed asked -> asked.with(next);
            case Active active -> active.with(next);
            case Unplaced unplaced -> throw misplaced(decision, unplaced);
            case Finished finished -> throw misplaced(decision, finished);
        };
    }

    private static Enrollment doneWith(@Nullable Enrollment before, Decision decision, Progress progress) {
        return switch (known(before, decision)) {
            case Unconfirmed asked -> asked.with((Touch) null);
            case Active active -> active.with(progress);
            case Unplaced unplaced -> throw misplaced(decision, unplaced);
            case Finished finished -> throw misplaced(decision, finished);
        };
    }

    private static Enrollment withHistory(@Nullable Enrollment before, Decision decision, History history) {
        return switch (known(before, decision)) {
            case Unplaced unplaced ->
                new Unplaced(unplaced.captured(), unplaced.retryAt(), history, unplaced.errands());
            case Unconfirmed asked -> asked.with(asked.lead(), history);
            case Active active -> active.with(history);
            case Finished finished -> finished.with(history);
        };
    }

    private static History historyOf(@Nullable Enrollment before) {
        return before == null ? History.NONE : before.history();
    }

    private static List<Touch> errandsOf(@Nullable Enrollment before) {
        return before == null ? List.of() : before.errands();
    }

    private static Enrollment known(@Nullable Enrollment before, Decision decision) {
        if (before == null) {
            throw new IllegalStateException(decision + " is about a lead that is not known");
        }
        return before;
    }

    private static Active active(@Nullable Enrollment before, Decision decision) {
        if (known(before, decision) instanceof Active active) {
            return active;
        }
        throw misplaced(decision, known(before, decision));
    }

    private static IllegalStateException misplaced(Decision decision, Enrollment before) {
        return new IllegalStateException(decision.getClass().getSimpleName() + " does not happen to "
                + before.getClass().getSimpleName());
    }

    private static History reached(History history, String by, @Nullable String content, Instant at) {
        History touched = history.withTouch(by, at);
        return content == null ? touched : touched.withHad(content);
    }

    private static List<Touch> with(List<Touch> errands, Touch errand) {
        List<Touch> more = new ArrayList<>(without(errands, errand.place()));
        more.add(errand);
        return more;
    }

    private static List<Touch> without(List<Touch> errands, Place place) {
        return errands.stream().filter(errand -> !errand.place().equals(place)).toList();
    }
}
