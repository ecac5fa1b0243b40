package dev.seventouch.engine.enrollment;

import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.engine.cadence.Place;
import dev.seventouch.engine.enrollment.Enrollment.Active;
import dev.seventouch.engine.enrollment.Enrollment.Finished;
import dev.seventouch.engine.enrollment.Enrollment.Unplaced;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.outcome.Fault;
import dev.seventouch.events.outcome.TouchOutcome;
import dev.seventouch.events.signal.Signal;
import dev.seventouch.events.touch.EnrollmentId;
import dev.seventouch.events.touch.Medium;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The decision table: every state of an enrollment by everything it can be told. Pure: what time it is, what is published
 * and where the lead stands are arguments.
 */
public final class FollowUp {
    private final Catalogue catalogue;
    private final Pace pace;
    private final Planner planner;
    private final Errands errands;

    public FollowUp(Catalogue catalogue, Pace pace) {
        this.catalogue = catalogue;
        this.pace = pace;
        this.planner = new Planner(catalogue, pace);
        this.errands = new Errands(pace.patience());
    }

    /** @param enrollment null for a lead that is not known */
    public List<Decision> decide(@Nullable Enrollment enrollment, Input input, Instant now) {
        Course course = new Course(enrollment, now);
        switch (enrollment) {
            case null -> {
                switch (input) {
                    case Input.Captured(var captured) -> planner.start(course, captured.lead(), captured.at());
                    // Whoever was erased, or was never captured, is not followed up.
                    case Input.Signalled _, Input.Answered _, Input.Woken _ -> {}
                }
            }
            case Unplaced unplaced -> {
                switch (input) {
                    case Input.Captured(var captured) -> learn(course, unplaced.lead(), captured);
                    case Input.Signalled(var signal) -> signalledUnplaced(course, unplaced, signal);
                    case Input.Woken _ -> planner.start(course, unplaced.lead(), unplaced.capturedAt());
                    case Input.Answered _ -> {}
                }
            }
            case Active active -> {
                switch (input) {
                    case Input.Captured(var captured) -> learn(course, active.lead(), captured);
                    case Input.Signalled(var signal) -> signalled(course, active, signal);
                    case Input.Answered(var outcome) -> answered(course, active, outcome);
                    case Input.Woken _ -> woken(course, active);
                }
            }
            case Finished finished -> {
                switch (input) {
                    case Input.Captured(var captured) -> learn(course, finished.lead(), captured);
                    case Input.Signalled(var signal) -> signalledAfterTheEnd(course, finished, signal);
                    case Input.Answered(var outcome) ->
                        errands.answered(course, finished.id(), finished.errands(), outcome);
                    case Input.Woken _ -> errands.woken(course, finished.lead(), finished.id(), finished.errands());
                }
            }
        }
        return course.decisions();
    }

    private static void learn(Course course, Lead known, LeadEvent.Captured captured) {
        course.decide(new Decision.Learned(captured.lead().foldedOver(known)));
    }

    private void woken(Course course, Active active) {
        errands.woken(course, active.lead(), active.id(), active.errands());
        if (!active.next().wakeAt().isAfter(course.now())) {
            planner.woken(course);
        }
    }

    // ---- what became of a touch

    private void answered(Course course, Active active, TouchOutcome outcome) {
        if (!outcome.touch().id().equals(active.next().place().idIn(active.id()))) {
            errands.answered(course, active.id(), active.errands(), outcome);
            answeredLate(course, outcome);
            return;
        }
        Optional<Cadence> known = catalogue.cadence(active.cadence());
        if (known.isEmpty()) {
            return; // the touch expires, is tried again under its id, and is answered again without being repeated
        }
        Cadence cadence = known.get();
        switch (outcome) {
            case TouchOutcome.HandedOver _, TouchOutcome.Completed _ -> {
                course.decide(new Decision.Reached(outcome.touch().content(), outcome.at()));
                planner.goOn(course, cadence);
            }
            case TouchOutcome.Skipped _ -> planner.goOn(course, cadence);
            case TouchOutcome.Failed failed -> {
                if (failed.fault() == Fault.LEAD) {
                    close(course, Set.of(failed.touch().channel().medium()), failed.why());
                }
                if (course.isActive()) {
                    planner.goOn(course, cadence);
                }
            }
            case TouchOutcome.Deferred deferred ->
                planner.planAnew(
                        course,
                        cadence,
                        active.next().place(),
                        active.next().attempt() + 1,
                        active.next().picked(),
                        Instants.later(deferred.until(), course.now()));
        }
    }

    /** A touch that the plan had given up was handed over after all: the lead has had it, and the next one keeps its distance. */
    private void answeredLate(Course course, TouchOutcome outcome) {
        Active active = course.active();
        Place place = new Place(outcome.touch().step(), outcome.touch().occurrence());
        boolean isOfThePlan = outcome.touch().enrollment().equals(active.id())
                && catalogue
                        .cadence(active.cadence())
                        .flatMap(cadence -> cadence.action(place))
                        .isPresent();
        if (outcome instanceof TouchOutcome.HandedOver
                && isOfThePlan
                && !active.history().touched().contains(outcome.at())) {
            course.decide(new Decision.Reached(outcome.touch().content(), outcome.at()));
            planner.replan(course);
        }
    }

    // ---- what the lead did or said

    private void signalled(Course course, Active active, Signal signal) {
        switch (signal) {
            case Signal.Unsubscribed stop when stop.fromEverything() -> finish(course, Ending.STOPPED, signal);
            case Signal.Unsubscribed some -> close(course, some.from(), "the lead said so");
            case Signal.Complained _ -> finish(course, Ending.STOPPED, signal);
            case Signal.ReadyToBuy _ -> handToTheOwner(course, active.lead(), active.id(), signal.at());
            case Signal.Converted _ -> finish(course, Ending.CONVERTED, signal);
            case Signal.Bounced bounced
            when bounced.permanent() -> close(course, Set.of(bounced.medium()), "what was sent came back");
            case Signal.Replied _ -> replied(course, active, signal.at());
            case Signal.Conversed conversed -> conversed(course, active, conversed);
            // The lead's own wish: it also shortens what else holds the plan.
            case Signal.Paused pause -> hold(course, pause.until(), "the lead asked for a pause");
            case Signal.Resumed _ -> hold(course, null, "the lead takes up again");
            case Signal.Preferred wish
            when !wish.media().isEmpty() ->
                close(course, EnumSet.complementOf(EnumSet.copyOf(wish.media())), "the lead prefers other ways");
            case Signal.Preferred _,
                    Signal.Bounced _,
                    Signal.Confirmed _,
                    // Interest, but no wish: neither ends nor advances anything.
                    Signal.Opened _,
                    Signal.Clicked _ -> {}
        }
    }

    private void replied(Course course, Active active, Instant at) {
        Instant until = course.now().plus(pace.replyHold());
        // The same reply told again finds the plan held for it already.
        if (active.heldUntil() == null || active.heldUntil().isBefore(until)) {
            errands.send(course, active.lead(), active.id(), Errand.answerTheReply(at));
            hold(course, until, "the lead replied");
        }
    }

    private void conversed(Course course, Active active, Signal.Conversed conversed) {
        course.decide(new Decision.Reached(null, conversed.at()));
        Signal.AgreedStep next = conversed.next();
        Instant from = next == null ? course.now() : Instants.later(course.now(), next.when());
        if (next != null) {
            errands.send(course, active.lead(), active.id(), Errand.asAgreed(next, conversed.at()));
        }
        Instant until = from.plus(pace.replyHold());
        hold(
                course,
                active.heldUntil() == null ? until : Instants.later(until, active.heldUntil()),
                next == null ? "a person spoke with the lead" : "a next step is agreed");
    }

    /** A lead that is on no plan can still stop, or be ready. */
    private void signalledUnplaced(Course course, Unplaced unplaced, Signal signal) {
        switch (signal) {
            case Signal.Unsubscribed stop when stop.fromEverything() -> finish(course, Ending.STOPPED, signal);
            case Signal.Complained _ -> finish(course, Ending.STOPPED, signal);
            case Signal.Converted _ -> finish(course, Ending.CONVERTED, signal);
            case Signal.ReadyToBuy _ -> handToTheOwner(course, unplaced.lead(), unplaced.id(), signal.at());
            case Signal.Unsubscribed _,
                    Signal.Confirmed _,
                    Signal.Replied _,
                    Signal.Bounced _,
                    Signal.Opened _,
                    Signal.Clicked _,
                    Signal.Conversed _,
                    Signal.Paused _,
                    Signal.Resumed _,
                    Signal.Preferred _ -> {}
        }
    }

    private void signalledAfterTheEnd(Course course, Finished finished, Signal signal) {
        switch (signal) {
            case Signal.Unsubscribed stop when stop.fromEverything() -> stopForGood(course, finished, signal);
            case Signal.Complained _ -> stopForGood(course, finished, signal);
            case Signal.ReadyToBuy _
            when finished.ending() != Ending.READY_TO_BUY ->
                handToTheOwner(course, finished.lead(), finished.id(), signal.at());
            case Signal.Converted _
            when finished.ending() == Ending.READY_TO_BUY -> finish(course, Ending.CONVERTED, signal);
            case Signal.Unsubscribed _,
                    Signal.ReadyToBuy _,
                    Signal.Converted _,
                    Signal.Confirmed _,
                    Signal.Replied _,
                    Signal.Bounced _,
                    Signal.Opened _,
                    Signal.Clicked _,
                    Signal.Conversed _,
                    Signal.Paused _,
                    Signal.Resumed _,
                    Signal.Preferred _ -> {}
        }
    }

    private static void stopForGood(Course course, Finished finished, Signal signal) {
        if (finished.ending() != Ending.STOPPED) {
            finish(course, Ending.STOPPED, signal);
        }
    }

    private static void finish(Course course, Ending ending, Signal signal) {
        course.decide(new Decision.Finished(ending, signal.at()));
    }

    private void handToTheOwner(Course course, Lead lead, EnrollmentId id, Instant readyAt) {
        course.decide(new Decision.Finished(Ending.READY_TO_BUY, readyAt));
        errands.send(course, lead, id, Errand.callNow(readyAt));
        errands.send(course, lead, id, Errand.alert(readyAt));
    }

    private void hold(Course course, @Nullable Instant until, String why) {
        course.decide(new Decision.Held(until, why));
        planner.replan(course);
    }

    private static void close(Course course, Set<Medium> media, String why) {
        course.decide(new Decision.Closed(media, why));
        Active active = course.active();
        if (active.history().closed().containsAll(Reach.of(active.lead().contact()))) {
            course.decide(new Decision.Finished(Ending.UNDELIVERABLE, course.now()));
        }
    }
}
