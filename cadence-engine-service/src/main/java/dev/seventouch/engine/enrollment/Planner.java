package dev.seventouch.engine.enrollment;

import dev.seventouch.engine.cadence.Action;
import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.engine.cadence.Cadence.Following;
import dev.seventouch.engine.cadence.CadenceRef;
import dev.seventouch.engine.cadence.Place;
import dev.seventouch.engine.cadence.Progress;
import dev.seventouch.engine.enrollment.Decision.Lane;
import dev.seventouch.engine.enrollment.Enrollment.Active;
import dev.seventouch.engine.policy.Opportunity.Never;
import dev.seventouch.engine.policy.Opportunity.Slot;
import dev.seventouch.engine.policy.Verdict;
import dev.seventouch.events.touch.Recipient;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Follows the plan of an active lead: what comes next and when, and what it is when its moment has come. */
record Planner(Catalogue catalogue, Pace pace) {

    /**
     * The plan by which the lead goes on. If a later version was published by which those who are enrolled go on, this is
     * where a lead moves to it.
     *
     * @return nothing if the plan is not known here yet
     */
    Optional<Cadence> plan(Course course) {
        CadenceRef inForce = catalogue.inForce(course.active().cadence());
        if (!inForce.equals(course.active().cadence())) {
            catalogue.cadence(inForce).ifPresent(cadence -> Migration.to(cadence, course));
        }
        return catalogue.cadence(course.active().cadence());
    }

    // ---- what comes next

    /** What is at hand is done with: finds the next touch, passing over what can never come. */
    void goOn(Course course, Cadence cadence) {
        while (true) {
            Active active = course.active();
            Agenda agenda = Agenda.of(active, cadence);
            Following following = agenda.following();
            switch (agenda.slot(following, course.now())) {
                case Slot slot -> {
                    course.decide(new Decision.Planned(agenda.season(slot, course.now())
                            .orElseGet(() -> planned(following.place(), 1, following.notBefore(), slot, null))));
                    return;
                }
                case Never(var why) ->
                    course.decide(new Decision.Skipped(
                            following.place(), why, active.progress().past(following.place(), following.notBefore())));
            }
        }
    }

    /** A lead has begun: where first touches are let out at a rate its own waits for the hours, if it is not within them. */
    void keepTheHours(Course course, Cadence cadence) {
        Active active = course.active();
        if (isAtOnce(active, cadence, active.next().place()) || !(active.next() instanceof Touch.Planned first)) {
            return;
        }
        Agenda agenda = Agenda.of(active, cadence);
        switch (agenda.slot(first.place(), agenda.dayOf(first.dueAt()), first.dueAt())) {
            case Slot slot
            when agenda.accepts(first) ->
                course.decide(new Decision.Planned(first.at(first.dueAt(), slot.until(), first.why())));
            case Slot slot -> {
                boolean isSameDay = agenda.dayOf(slot.at()).equals(agenda.dayOf(first.dueAt()));
                String why = isSameDay ? "within contact hours" : slot.why();
                course.decide(new Decision.Planned(first.at(slot.at(), slot.until(), why)));
            }
            case Never(var why) -> passOver(course, cadence, first.place(), first.dueAt(), why);
        }
    }

    /** The same touch, under its id, at another moment. */
    void planAnew(
            Course course, Cadence cadence, Place place, int attempt, @Nullable Picked picked, Instant notBefore) {
        Active active = course.active();
        if (isAtOnce(active, cadence, place) && active.heldUntil() == null) {
            course.decide(
                    new Decision.Planned(firstTouch(cadence, attempt, notBefore, "the first touch, again", picked)));
            return;
        }
        Agenda agenda = Agenda.of(active, cadence);
        switch (agenda.slot(place, agenda.dayOf(notBefore), notBefore)) {
            case Slot slot -> course.decide(new Decision.Planned(planned(place, attempt, notBefore, slot, picked)));
            case Never(var why) -> passOver(course, cadence, place, notBefore, why);
        }
    }

    /** Finds the planned touch a new moment if its own is no good any more; one that is in flight is left alone. */
    void replan(Course course) {
        if (course.active().next() instanceof Touch.Planned planned) {
            plan(course)
                    .filter(cadence -> !Agenda.of(course.active(), cadence).accepts(planned))
                    .ifPresent(cadence -> planAnew(course, cadence, planned));
        }
    }

    /** The plan is no longer held, or held otherwise: the planned touch goes back to where the plan has it, or beyond. */
    void replanFromThePlan(Course course) {
        if (course.active().next() instanceof Touch.Planned planned) {
            plan(course).ifPresent(cadence -> planAnew(course, cadence, planned));
        }
    }

    private void planAnew(Course course, Cadence cadence, Touch.Planned planned) {
        Instant notBefore = Instants.later(planned.notBefore(), course.now());
        planAnew(course, cadence, planned.place(), planned.attempt(), planned.picked(), notBefore);
    }

    // ---- what it is

    /** The next touch's time has come, or its outcome did not. */
    void woken(Course course) {
        if (course.active().next().wakeAt().isAfter(course.now())) {
            return;
        }
        Optional<Cadence> known = plan(course);
        if (course.active().next().wakeAt().isAfter(course.now())) {
            return; // moved to another version, and to another moment by it
        }
        if (known.isEmpty()) {
            waitForThePlan(course, course.active().next());
            return;
        }
        switch (course.active().next()) {
            case Touch.Planned planned -> due(course, known.get(), planned);
            case Touch.InFlight flown ->
                planAnew(course, known.get(), flown.place(), flown.attempt() + 1, flown.picked(), course.now());
        }
    }

    /**
     * Its time has come, but others are ahead of it in the line. A turn that is past its window is had in the next one, and
     * not queued for again: a line that is longer than a window would never end. What follows a first touch counts from its
     * turn, so that a line of weeks does not end in a rush.
     */
    void queued(Course course, Instant turn) {
        Active active = course.active();
        Optional<Cadence> cadence = catalogue.cadence(active.cadence());
        if (cadence.isEmpty() || !(active.next() instanceof Touch.Planned planned)) {
            return;
        }
        if (!turn.isBefore(planned.until())) {
            Agenda agenda = Agenda.of(active, cadence.get());
            switch (agenda.slot(planned.place(), agenda.dayOf(turn), turn)) {
                case Slot slot ->
                    course.decide(new Decision.Planned(planned.inTurn(slot.at(), slot.until(), slot.at())));
                case Never(var why) -> passOver(course, cadence.get(), planned.place(), planned.notBefore(), why);
            }
        } else {
            Instant dueAt = isFirst(active, cadence.get(), planned.place()) ? turn : planned.dueAt();
            course.decide(new Decision.Planned(planned.inTurn(dueAt, planned.until(), turn)));
        }
    }

    // Whether it comes to this lead at all is settled before whether its moment has passed: what is passed over takes
    // no time, however late it is noticed.
    private void due(Course course, Cadence cadence, Touch.Planned planned) {
        Active active = course.active();
        Place place = planned.place();
        if (isFirst(active, cadence, place) && isTooOld(planned, course.now())) {
            passOver(course, cadence, place, planned.dueAt(), "the capture is too old for a first touch");
            return;
        }
        Picked settled = planned.picked();
        Optional<Action> action =
                settled != null ? Optional.empty() : cadence.turn(place).flatMap(turn -> turn.choose(Known.of(active)));
        if (settled == null && action.isEmpty()) {
            boolean isGone = cadence.turn(place).isEmpty();
            passOver(
                    course,
                    cadence,
                    place,
                    planned.dueAt(),
                    isGone ? "the plan no longer has it" : "it is not for this lead");
            return;
        }
        Verdict verdict = settled != null ? reachable(active, settled) : reachable(active, action.orElseThrow());
        if (verdict instanceof Verdict.Deny(var why)) {
            passOver(course, cadence, place, planned.dueAt(), why);
        } else if (!isGood(planned, active, cadence, course.now())) {
            planAnew(course, cadence, place, planned.attempt(), settled, course.now());
        } else {
            touch(
                    course,
                    cadence,
                    planned,
                    settled != null ? settled : pick(course, cadence, place, action.orElseThrow()));
        }
    }

    private static Verdict reachable(Active active, Action action) {
        return Picker.reachable(action.channel(), active.lead().contact(), active.history());
    }

    // What the lead forbade does not bind its owner.
    private static Verdict reachable(Active active, Picked picked) {
        return picked.to() == Recipient.OWNER
                ? new Verdict.Allow()
                : Picker.reachable(picked.channel(), active.lead().contact(), active.history());
    }

    private Picked pick(Course course, Cadence cadence, Place place, Action action) {
        Active active = course.active();
        // Who comes again is greeted again: silence would be worse than words that were used before.
        History history = isFirst(active, cadence, place) ? active.history().withoutTemplates() : active.history();
        return Picker.pick(
                action,
                catalogue.library(),
                active.lead(),
                history,
                Agenda.of(active, cadence).dayOf(course.now()));
    }

    private void touch(Course course, Cadence cadence, Touch.Planned planned, Picked picked) {
        Active active = course.active();
        boolean isAtOnce = isAtOnce(active, cadence, planned.place());
        Instant patience = course.now().plus(isAtOnce ? pace.firstPatience() : pace.patience());
        course.touch(
                active.lead(),
                active.id(),
                active.cadence().version(),
                planned,
                picked,
                Instants.later(planned.until(), patience),
                isFirst(active, cadence, planned.place()) ? Lane.FIRST : Lane.PLAN);
    }

    /** A place that does not come to this lead is done with as of when it would have come. */
    private void passOver(Course course, Cadence cadence, Place place, Instant plannedFor, String why) {
        course.decide(new Decision.Skipped(place, why, progress(course.active(), cadence, place, plannedFor)));
        goOn(course, cadence);
    }

    static Progress progress(Active active, Cadence cadence, Place place, Instant plannedFor) {
        Progress progress = active.progress();
        return cadence.isBesideThePlan(place) || !cadence.isAhead(place, progress)
                ? progress.beside(place)
                : progress.past(place, plannedFor);
    }

    // ---- when

    private boolean isGood(Touch.Planned planned, Active active, Cadence cadence, Instant now) {
        Agenda agenda = Agenda.of(active, cadence);
        return !isPast(planned, now)
                && agenda.accepts(planned)
                && (isAtOnce(active, cadence, planned.place())
                        || agenda.acceptsAt(planned, now.minus(pace.lateness())));
    }

    private boolean isPast(Touch.Planned planned, Instant now) {
        return now.isAfter(planned.until().plus(pace.lateness()));
    }

    private boolean isTooOld(Touch.Planned first, Instant now) {
        Instant until = Instants.later(first.until(), first.dueAt().plus(pace.firstPatience()));
        return now.isAfter(until.plus(pace.lateness()));
    }

    /**
     * Whether it greets a lead that thinks of us now: that has no hours. Leads whose first touches are let out at a rate never
     * asked.
     */
    static boolean isAtOnce(Active active, Cadence cadence, Place place) {
        return !cadence.rules().release().first() && isFirst(active, cadence, place);
    }

    /** Whether it greets a lead that was captured. */
    static boolean isFirst(Active active, Cadence cadence, Place place) {
        return !active.progress().hasMovedIn() && active.progress().done().isEmpty() && place.equals(cadence.first());
    }

    Touch.Planned firstTouch(Cadence cadence, int attempt, Instant at, String why, @Nullable Picked picked) {
        return new Touch.Planned(cadence.first(), attempt, at, at, at.plus(pace.firstPatience()), why, picked, null);
    }

    private static Touch.Planned planned(
            Place place, int attempt, Instant notBefore, Slot slot, @Nullable Picked picked) {
        return new Touch.Planned(place, attempt, notBefore, slot.at(), slot.until(), slot.why(), picked, null);
    }

    private void waitForThePlan(Course course, Touch next) {
        Instant later = course.now().plus(pace.retry());
        course.decide(new Decision.Planned(new Touch.Planned(
                next.place(),
                next instanceof Touch.InFlight ? next.attempt() + 1 : next.attempt(),
                later,
                later,
                next instanceof Touch.Planned planned ? planned.until() : later.plus(pace.patience()),
                "its plan is not known here yet",
                next.picked(),
                null)));
    }
}
