package dev.seventouch.engine.enrollment;

import dev.seventouch.engine.cadence.Action;
import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.engine.cadence.Place;
import dev.seventouch.engine.enrollment.Decision.Lane;
import dev.seventouch.engine.enrollment.Enrollment.Active;
import dev.seventouch.engine.policy.Timing;
import dev.seventouch.engine.policy.Timing.Slot;
import dev.seventouch.engine.policy.Verdict;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.touch.EnrollmentId;
import dev.seventouch.events.touch.Recipient;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Follows the plan: what comes next and when, and what it is when its moment has come. */
record Planner(Catalogue catalogue, Pace pace) {

    // ---- what comes next

    /** A lead begins, at the first step and at once. */
    void start(Course course, Lead lead, Instant capturedAt) {
        Optional<Cadence> taking = catalogue.taking(lead.origin().source());
        if (taking.isEmpty()) {
            course.decide(
                    new Decision.LeftUnplaced(lead, capturedAt, course.now().plus(pace.retry())));
            return;
        }
        Cadence cadence = taking.get();
        Touch.Planned first = firstTouch(cadence, 1, capturedAt, "at once", null);
        EnrollmentId id = EnrollmentId.of(lead.id(), cadence.ref().id(), 1);
        course.decide(new Decision.Started(lead, id, cadence.ref(), capturedAt, first));
        if (course.now().isAfter(first.until())) {
            passOver(course, cadence, "the capture is too old for a first touch");
        } else {
            touch(course, cadence, first);
        }
    }

    /** The next touch's time has come, or its outcome did not. */
    void woken(Course course) {
        Touch next = course.active().next();
        Optional<Cadence> known = catalogue.cadence(course.active().cadence());
        if (known.isEmpty()) {
            waitForThePlan(course, next);
            return;
        }
        Cadence cadence = known.get();
        switch (next) {
            case Touch.Planned planned
            when isPast(planned, course.now()) ->
                planAnew(course, cadence, planned.place(), planned.attempt(), planned.picked(), course.now());
            case Touch.Planned planned -> touch(course, cadence, planned);
            case Touch.InFlight flown ->
                planAnew(course, cadence, flown.place(), flown.attempt() + 1, flown.picked(), course.now());
        }
    }

    /** The touch at the enrollment's place is done with; the next one counts from when it was planned. */
    void goOn(Course course, Cadence cadence) {
        Active active = course.active();
        ZoneId zone = zoneOf(active.lead(), cadence);
        Instant touched = active.next().dueAt();
        Cadence.Following following = cadence.following(active.next().place(), active.startedAt(), touched);
        Instant notBefore = following.after().after(touched, zone);
        LocalDate day = following.after().dayAfter(touched, zone);
        Slot slot = slot(active, cadence, following.place(), day, Instants.later(notBefore, course.now()));
        course.decide(new Decision.Planned(
                new Touch.Planned(following.place(), 1, notBefore, slot.at(), slot.until(), slot.why(), null)));
    }

    /** The same touch, under its id, at another moment. */
    void planAnew(
            Course course, Cadence cadence, Place place, int attempt, @Nullable Picked picked, Instant notBefore) {
        Active active = course.active();
        if (place.equals(cadence.first()) && active.heldUntil() == null) {
            course.decide(
                    new Decision.Planned(firstTouch(cadence, attempt, notBefore, "the first touch, again", picked)));
            return;
        }
        LocalDate day = notBefore.atZone(zoneOf(active.lead(), cadence)).toLocalDate();
        Slot slot = slot(active, cadence, place, day, notBefore);
        course.decide(new Decision.Planned(
                new Touch.Planned(place, attempt, notBefore, slot.at(), slot.until(), slot.why(), picked)));
    }

    /** Finds the planned touch a new moment, no earlier than by the plan; one that is in flight is left alone. */
    void replan(Course course) {
        if (course.active().next() instanceof Touch.Planned planned) {
            catalogue
                    .cadence(course.active().cadence())
                    .ifPresent(cadence -> planAnew(
                            course,
                            cadence,
                            planned.place(),
                            planned.attempt(),
                            planned.picked(),
                            Instants.later(planned.notBefore(), course.now())));
        }
    }

    // ---- what it is

    private void touch(Course course, Cadence cadence, Touch.Planned planned) {
        Active active = course.active();
        Optional<Picked> picked = Optional.ofNullable(planned.picked())
                .or(() -> cadence.action(planned.place()).map(action -> pick(course, cadence, action)));
        if (picked.isEmpty()) {
            passOver(course, cadence, "the plan no longer has this step");
            return;
        }
        if (picked.get().to() == Recipient.LEAD
                && Picker.reachable(picked.get().channel(), active.lead().contact(), active.history())
                        instanceof Verdict.Deny(var why)) {
            passOver(course, cadence, why);
            return;
        }
        boolean isFirst = planned.place().equals(cadence.first());
        Instant patience = course.now().plus(isFirst ? pace.firstPatience() : pace.patience());
        course.touch(
                active.lead(),
                active.id(),
                planned,
                picked.get(),
                Instants.later(planned.until(), patience),
                isFirst ? Lane.FIRST : Lane.PLAN);
    }

    private Picked pick(Course course, Cadence cadence, Action action) {
        LocalDate today =
                course.now().atZone(zoneOf(course.active().lead(), cadence)).toLocalDate();
        return Picker.pick(action, catalogue.library(), course.active().history(), today);
    }

    private void passOver(Course course, Cadence cadence, String why) {
        course.decide(new Decision.Skipped(course.active().next().place(), why));
        goOn(course, cadence);
    }

    // ---- when

    private boolean isPast(Touch.Planned planned, Instant now) {
        return now.isAfter(planned.until().plus(pace.lateness()));
    }

    private static Slot slot(Active active, Cadence cadence, Place place, LocalDate day, Instant notBefore) {
        Instant earliest = active.heldUntil() == null ? notBefore : Instants.later(notBefore, active.heldUntil());
        return new Timing(cadence.hours(), cadence.limits(), zoneOf(active.lead(), cadence))
                .slot(
                        day,
                        earliest,
                        active.history().touched(),
                        place.idIn(active.id()).value());
    }

    /** A first touch has no hours: it comes when the lead is thinking of us. */
    private Touch.Planned firstTouch(Cadence cadence, int attempt, Instant at, String why, @Nullable Picked picked) {
        return new Touch.Planned(cadence.first(), attempt, at, at, at.plus(pace.firstPatience()), why, picked);
    }

    private void waitForThePlan(Course course, Touch next) {
        Instant later = course.now().plus(pace.retry());
        course.decide(new Decision.Planned(new Touch.Planned(
                next.place(),
                next.attempt(),
                later,
                later,
                later.plus(pace.patience()),
                "its plan is not known here yet",
                next.picked())));
    }

    private static ZoneId zoneOf(Lead lead, Cadence cadence) {
        ZoneId zone = lead.contact().zone();
        return zone != null ? zone : cadence.fallback();
    }
}
