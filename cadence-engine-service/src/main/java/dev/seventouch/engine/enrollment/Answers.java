package dev.seventouch.engine.enrollment;

import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.engine.cadence.CadenceRef;
import dev.seventouch.engine.cadence.Ending;
import dev.seventouch.engine.cadence.Place;
import dev.seventouch.engine.cadence.Progress;
import dev.seventouch.engine.enrollment.Enrollment.Active;
import dev.seventouch.engine.enrollment.Enrollment.Finished;
import dev.seventouch.engine.enrollment.Enrollment.Unconfirmed;
import dev.seventouch.events.outcome.TouchOutcome;
import dev.seventouch.events.touch.EnrollmentId;
import dev.seventouch.events.touch.Medium;
import dev.seventouch.events.touch.TouchRef;
import java.time.Instant;
import java.util.Optional;

/** What became of a touch, and where the plan goes on from it. */
record Answers(Catalogue catalogue, Planner planner) {

    void to(Course course, Active active, TouchOutcome outcome) {
        recognise(course, outcome.touch());
        // If the plan is not known here the touch expires, is tried again under its id, and is answered again without
        // being repeated.
        Optional<Cadence> plan =
                outcome.touch().enrollment().equals(course.active().id()) ? planner.plan(course) : Optional.empty();
        plan.ifPresentOrElse(cadence -> answered(course, cadence, outcome), () -> beside(course, outcome));
    }

    /** Of an enrollment that is over, or of a step that is gone: the plan does not go on from it, but the lead has had it. */
    private void beside(Course course, TouchOutcome outcome) {
        if (note(course, outcome)) {
            planner.replan(course);
        }
    }

    void to(Course course, Finished finished, TouchOutcome outcome) {
        note(course, outcome);
    }

    private void answered(Course course, Cadence cadence, TouchOutcome outcome) {
        Place place = placeOf(outcome);
        boolean isNext = place.equals(course.active().next().place());
        if (course.active().progress().isDone(place)) {
            answeredBefore(course, outcome);
            return;
        }
        if (!isNext && cadence.turn(place).isEmpty()) {
            beside(course, outcome);
            return;
        }
        if (outcome instanceof TouchOutcome.Deferred deferred) {
            if (isNext) {
                defer(course, cadence, Instants.later(deferred.until(), course.now()));
            }
            return;
        }
        note(course, outcome);
        noteAnswer(course, outcome);
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

    /** What was planned until then already has been told of before. */
    private void defer(Course course, Cadence cadence, Instant until) {
        Touch next = course.active().next();
        if (!(next instanceof Touch.Planned planned && planned.notBefore().equals(until))) {
            planner.planAnew(course, cadence, next.place(), next.attempt() + 1, next.picked(), until);
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
        boolean isNew = note(course, outcome);
        noteAnswer(course, outcome);
        if (isNew) {
            planner.replan(course);
        }
    }

    /** @return whether it reached the lead, and that is new */
    private static boolean note(Course course, TouchOutcome outcome) {
        return switch (outcome) {
            case TouchOutcome.HandedOver _, TouchOutcome.Completed _ -> {
                String by = outcome.touch().id().value();
                String content = outcome.touch().content();
                boolean isNew = !Arrival.isRequest(placeOf(outcome))
                        && !course.history().knows(by, content, outcome.at());
                if (isNew) {
                    course.decide(new Decision.Reached(by, content, outcome.at()));
                }
                yield isNew;
            }
            case TouchOutcome.Skipped _, TouchOutcome.Failed _, TouchOutcome.Deferred _ -> false;
        };
    }

    private static void noteAnswer(Course course, TouchOutcome outcome) {
        if (outcome instanceof TouchOutcome.Completed completed
                && completed.answer() != null
                && !completed
                        .answer()
                        .equals(course.history().answers().get(completed.touch().step()))) {
            course.decide(new Decision.Noted(completed.touch().step(), completed.answer()));
        }
    }

    private static void close(Course course, TouchOutcome outcome) {
        if (outcome instanceof TouchOutcome.Failed(var touch, var fault, var why, var at)) {
            Medium medium = touch.channel().medium();
            switch (fault) {
                case LEAD -> Closing.die(course, medium, why, at);
                case MAILBOX -> Closing.cameBack(course, medium, at);
                // That says nothing about the address.
                case SENDER, CONTENT -> {}
            }
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
        if (!outcome.touch().id().equals(Arrival.requestOf(asked.id()))) {
            return;
        }
        switch (outcome) {
            case TouchOutcome.HandedOver _, TouchOutcome.Completed _, TouchOutcome.Skipped _ -> {
                if (asked.request() != null) {
                    course.decide(new Decision.Done(
                            asked.request().place(),
                            Progress.from(asked.request().dueAt())));
                }
            }
            case TouchOutcome.Deferred deferred -> {
                Instant until = Instants.later(deferred.until(), course.now());
                if (asked.request() != null
                        && !(asked.request() instanceof Touch.Planned planned
                                && planned.dueAt().equals(until))) {
                    Arrival.askAgain(course, asked.request(), until, asked.until());
                }
            }
            // Nothing reached the lead: who comes again is asked again, by the address given then.
            case TouchOutcome.Failed _ -> FollowUp.finish(course, Ending.UNCONFIRMED, course.now());
        }
    }
}
