package dev.seventouch.engine.enrollment;

import dev.seventouch.engine.cadence.Place;
import dev.seventouch.engine.enrollment.Enrollment.Active;
import dev.seventouch.engine.enrollment.Enrollment.Finished;
import dev.seventouch.engine.enrollment.Enrollment.Unplaced;
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
            case Decision.LeftUnplaced(var lead, var capturedAt, var retryAt) ->
                new Unplaced(lead, capturedAt, retryAt);
            case Decision.Started(var lead, var id, var cadence, var at, var first) ->
                new Active(lead, id, cadence, at, first, History.NONE, List.of(), null);
            case Decision.Learned _,
                    Decision.Planned _,
                    Decision.Touched _,
                    Decision.Skipped _,
                    Decision.ErrandAdded _,
                    Decision.ErrandDone _,
                    Decision.Reached _,
                    Decision.Closed _,
                    Decision.Held _,
                    Decision.Finished _ ->
                switch (before) {
                    case null -> throw new IllegalStateException(decision + " is about a lead that is not known");
                    case Unplaced unplaced -> apply(unplaced, decision);
                    case Active active -> apply(active, decision);
                    case Finished finished -> apply(finished, decision);
                };
        };
    }

    private static Enrollment apply(Unplaced unplaced, Decision decision) {
        return switch (decision) {
            case Decision.Learned(var lead) -> new Unplaced(lead, unplaced.capturedAt(), unplaced.retryAt());
            case Decision.Finished(var ending, var at) ->
                new Finished(unplaced.lead(), unplaced.id(), ending, at, History.NONE, List.of());
            case Decision.LeftUnplaced _,
                    Decision.Started _,
                    Decision.Planned _,
                    Decision.Touched _,
                    Decision.Skipped _,
                    Decision.ErrandAdded _,
                    Decision.ErrandDone _,
                    Decision.Reached _,
                    Decision.Closed _,
                    Decision.Held _ ->
                throw new IllegalStateException(decision + " does not happen to a lead without a cadence");
        };
    }

    private static Enrollment apply(Active active, Decision decision) {
        return switch (decision) {
            case Decision.Learned(var lead) -> active.withLead(lead);
            case Decision.Planned(var next) -> active.withNext(next);
            case Decision.Touched(var touch, var _, var _) ->
                touch.place().equals(active.next().place())
                        ? active.withNext(touch)
                        : active.withErrands(with(active.errands(), touch));
            case Decision.Skipped _ -> active;
            case Decision.ErrandAdded(var errand) -> active.withErrands(with(active.errands(), errand));
            case Decision.ErrandDone(var place) -> active.withErrands(without(active.errands(), place));
            case Decision.Reached(var content, var at) -> active.withHistory(reached(active.history(), content, at));
            case Decision.Closed(var media, var _) ->
                active.withHistory(active.history().withClosed(media));
            case Decision.Held(var until, var _) -> active.heldUntil(until);
            case Decision.Finished(var ending, var at) ->
                new Finished(active.lead(), active.id(), ending, at, active.history(), active.errands());
            case Decision.LeftUnplaced _, Decision.Started _ ->
                throw new IllegalStateException(decision + " does not happen to an active lead");
        };
    }

    private static Enrollment apply(Finished finished, Decision decision) {
        return switch (decision) {
            case Decision.Learned(var lead) ->
                new Finished(
                        lead, finished.id(), finished.ending(), finished.at(), finished.history(), finished.errands());
            case Decision.Finished(var ending, var at) ->
                new Finished(finished.lead(), finished.id(), ending, at, finished.history(), finished.errands());
            case Decision.Touched(var touch, var _, var _) -> withErrands(finished, with(finished.errands(), touch));
            case Decision.ErrandAdded(var errand) -> withErrands(finished, with(finished.errands(), errand));
            case Decision.ErrandDone(var place) -> withErrands(finished, without(finished.errands(), place));
            case Decision.Reached(var content, var at) ->
                new Finished(
                        finished.lead(),
                        finished.id(),
                        finished.ending(),
                        finished.at(),
                        reached(finished.history(), content, at),
                        finished.errands());
            case Decision.LeftUnplaced _,
                    Decision.Started _,
                    Decision.Planned _,
                    Decision.Skipped _,
                    Decision.Closed _,
                    Decision.Held _ ->
                throw new IllegalStateException(decision + " does not happen to a finished enrollment");
        };
    }

    private static Finished withErrands(Finished finished, List<Touch> errands) {
        return new Finished(
                finished.lead(), finished.id(), finished.ending(), finished.at(), finished.history(), errands);
    }

    private static History reached(History history, @Nullable String content, Instant at) {
        History touched = history.withTouch(at);
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
