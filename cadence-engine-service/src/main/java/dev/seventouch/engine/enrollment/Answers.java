package dev.seventouch.engine.enrollment;

import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.engine.cadence.CadenceRef;
import dev.seventouch.engine.cadence.Ending;
import dev.seventouch.engine.cadence.Place;
import dev.seventouch.engine.cadence.Progress;
import dev.seventouch.engine.enrollment.Decision.Cause;
import dev.seventouch.engine.enrollment.Enrollment.Active;
import dev.seventouch.engine.enrollment.Enrollment.Unconfirmed;
import dev.seventouch.events.outcome.Fault;
import dev.seventouch.events.outcome.TouchOutcome;
import dev.seventouch.events.touch.EnrollmentId;
import dev.seventouch.events.touch.TouchRef;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What became of a touch, and where the plan goes on from it. */
record Answers(Catalogue catalogue, Planner planner, Errands errands) {

    void to(Course course, Active active, TouchOutcome outcome) {
        if (Errands.isOne(outcome, active.lead().id())) {
            errands.answered(course, active.lead().id(), active.errands(), outcome);
            return;
        }
        recognise(course, outcome.touch());
        if (!outcome.touch().enrollment().equals(course.active().id())) {
            return; // of an enrollment that is over
        }
        Optional<Cadence> plan = planner.plan(course);
        // If the plan is not known here the touch expires, is tried again under its id, and is answered again without
        // being
        // repeated.
        plan.ifPresent(cadence -> answered(course, cadence, outcome));
    }

    private void answered(Course course, Cadence cadence, TouchOutcome outcome) {
        Place place = placeOf(outcome);
        boolean isNext = place.equals(course.active().next().place());
        if (course.active().progress().isDone(place)) {
            answeredBefore(course, outcome);
            return;
        }
        if (!isNext && cadence.turn(place).isEmpty()) {
            return; // of a step that is gone
        }
        if (outcome instanceof TouchOutcome.Deferred deferred) {
            if (isNext) {
                Touch next = course.active().next();
                planner.planAnew(
                        course,
                        cadence,
                        place,
                        next.attempt() + 1,
                        next.picked(),
                        Instants.later(deferred.until(), course.now()));
            }
            return;
        }
        note(course, outcome, false);
        course.decide(new Decision.Done(
                place, Planner.progress(course.active(), cadence, place, plannedFor(course, outcome))));
        close(course, outcome);
        if (!course.isActive()) {
            return;
        }
        // A touch in flight is left alone: its own outcome leads on from it.
        if (isNext || (course.active().next() instanceof Touch.Planned planned && isOver(course, cadence, planned))) {
            planner.goOn(course, cadence);
        } else {
            planner.replan(course);
        }
    }

    /** The plan is further on than what is planned: so it was told before, by an engine that knew more. */
    private static boolean isOver(Course course, Cadence cadence, Touch.Planned planned) {
        Progress progress = course.active().progress();
        return progress.isDone(planned.place())
                || (!cadence.isBesideThePlan(planned.place()) && !cadence.isAhead(planned.place(), progress));
    }

    /** Told again, or told more exactly: a person did what had only been put before them, or what was given up went out. */
    private void answeredBefore(Course course, TouchOutcome outcome) {
        if ((outcome instanceof TouchOutcome.HandedOver || outcome instanceof TouchOutcome.Completed)
                && !course.history().touched().contains(outcome.at())) {
            note(course, outcome, outcome instanceof TouchOutcome.Completed);
            planner.replan(course);
        }
    }

    private static void note(Course course, TouchOutcome outcome, boolean handedOverBefore) {
        switch (outcome) {
            case TouchOutcome.HandedOver handedOver ->
                course.decide(new Decision.Reached(handedOver.touch().content(), null, handedOver.at()));
            case TouchOutcome.Completed completed -> {
                Instant insteadOf = handedOverBefore ? completed.touch().dueAt() : null;
                course.decide(new Decision.Reached(completed.touch().content(), insteadOf, completed.at()));
                if (completed.answer() != null) {
                    course.decide(new Decision.Noted(completed.touch().step(), completed.answer()));
                }
            }
            case TouchOutcome.Skipped _, TouchOutcome.Failed _, TouchOutcome.Deferred _ -> {}
        }
    }

    private static void close(Course course, TouchOutcome outcome) {
        if (outcome instanceof TouchOutcome.Failed failed && failed.fault() == Fault.LEAD) {
            Closing.close(course, Set.of(failed.touch().channel().medium()), Cause.DEAD, failed.why());
        }
    }

    /** The next touch counts from when this one was planned, as told by whoever planned it. */
    private static Instant plannedFor(Course course, TouchOutcome outcome) {
        Instant told = outcome.touch().dueAt();
        return told != null ? told : course.active().next().dueAt();
    }

    /**
     * An engine that is built anew from the topics hears of starts and versions that it did not decide on itself: a later
     * start, or the version by which the lead went when nothing else was known of it.
     */
    private void recognise(Course course, TouchRef touch) {
        Active active = course.active();
        Optional<CadenceRef> ref = refOf(touch);
        if (ref.isEmpty() || catalogue.cadence(ref.get()).isEmpty()) {
            return;
        }
        boolean isNew = active.progress().done().isEmpty();
        int start = touch.enrollment().start();
        if (!touch.enrollment().equals(active.id())
                && (start > active.id().start() || (start == active.id().start() && isNew))) {
            Instant started = start == active.id().start() || touch.dueAt() == null
                    ? active.progress().started()
                    : touch.dueAt();
            Cadence cadence = catalogue.cadence(ref.get()).orElseThrow();
            course.decide(new Decision.Started(
                    active.lead(),
                    touch.enrollment(),
                    ref.get(),
                    Progress.from(started),
                    planner.firstTouch(cadence, 1, started, "told by its outcome", null)));
        } else if (touch.enrollment().equals(active.id()) && isNew && !ref.get().equals(active.cadence())) {
            course.decide(new Decision.Migrated(ref.get()));
        }
    }

    private static Optional<CadenceRef> refOf(TouchRef touch) {
        EnrollmentId enrollment = touch.enrollment();
        Integer version = touch.version();
        return version == null ? Optional.empty() : enrollment.cadence().map(id -> new CadenceRef(id, version));
    }

    private static Place placeOf(TouchOutcome outcome) {
        return new Place(outcome.touch().step(), outcome.touch().occurrence());
    }

    // ---- the request to confirm

    void to(Course course, Unconfirmed asked, TouchOutcome outcome) {
        Touch request = asked.request();
        if (request == null
                || !request.place().idIn(asked.id()).equals(outcome.touch().id())) {
            return;
        }
        switch (outcome) {
            case TouchOutcome.HandedOver _, TouchOutcome.Completed _, TouchOutcome.Skipped _ ->
                course.decide(new Decision.Done(request.place(), Progress.from(request.dueAt())));
            case TouchOutcome.Deferred deferred ->
                Arrival.askAgain(course, request, Instants.later(deferred.until(), course.now()), asked.until());
            case TouchOutcome.Failed _ -> FollowUp.finish(course, Ending.UNCONFIRMED, course.now());
        }
    }
}
