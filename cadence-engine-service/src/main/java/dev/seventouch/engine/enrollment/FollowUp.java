package dev.seventouch.engine.enrollment;

import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.engine.cadence.Place;
import dev.seventouch.engine.enrollment.Decision.Lane;
import dev.seventouch.engine.enrollment.Enrollment.Active;
import dev.seventouch.engine.enrollment.Enrollment.Finished;
import dev.seventouch.engine.enrollment.Enrollment.Unplaced;
import dev.seventouch.engine.policy.Timing;
import dev.seventouch.engine.policy.Verdict;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.outcome.Fault;
import dev.seventouch.events.outcome.TouchOutcome;
import dev.seventouch.events.signal.Signal;
import dev.seventouch.events.touch.EnrollmentId;
import dev.seventouch.events.touch.Medium;
import dev.seventouch.events.touch.TouchEvent;
import dev.seventouch.events.touch.TouchId;
import dev.seventouch.events.touch.TouchRef;
import java.time.Instant;
import java.time.ZoneId;
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

    public FollowUp(Catalogue catalogue, Pace pace) {
        this.catalogue = catalogue;
        this.pace = pace;
    }

    /** @param enrollment null for a lead that is not known */
    public List<Decision> decide(@Nullable Enrollment enrollment, Input input, Instant now) {
        Course course = new Course(enrollment);
        switch (enrollment) {
            case null -> {
                switch (input) {
                    case Input.Captured(var captured) -> place(course, captured.lead(), captured.at(), now);
                    // Whoever was erased, or was never captured, is not followed up.
                    case Input.Signalled _, Input.Answered _, Input.Woken _ -> {}
                }
            }
            case Unplaced unplaced -> {
                switch (input) {
                    case Input.Captured(var captured) -> learn(course, unplaced.lead(), captured);
                    case Input.Woken _ -> place(course, unplaced.lead(), unplaced.capturedAt(), now);
                    case Input.Signalled(Signal.Unsubscribed _), Input.Signalled(Signal.Complained _) -> {
                        // No plan could be pinned to end; the ledger keeps every plan to come from touching.
                    }
                    case Input.Signalled _, Input.Answered _ -> {}
                }
            }
            case Active active -> {
                switch (input) {
                    case Input.Captured(var captured) -> learn(course, active.lead(), captured);
                    case Input.Signalled(var signal) -> signalled(course, signal, now);
                    case Input.Answered(var outcome) -> answered(course, outcome, now);
                    case Input.Woken _ -> woken(course, now);
                }
            }
            case Finished finished -> {
                switch (input) {
                    case Input.Captured(var captured) -> learn(course, finished.lead(), captured);
                    case Input.Signalled(var signal) -> signalledAfterTheEnd(course, finished, signal, now);
                    case Input.Answered(var outcome) ->
                        errandAnswered(course, finished.id(), finished.errands(), outcome);
                    case Input.Woken _ -> errandsWoken(course, finished.lead(), finished.id(), finished.errands(), now);
                }
            }
        }
        return course.decisions();
    }

    // ---- a lead comes in

    private void place(Course course, Lead lead, Instant capturedAt, Instant now) {
        Optional<Cadence> taking = catalogue.taking(lead.origin().source());
        if (taking.isEmpty()) {
            course.decide(new Decision.LeftUnplaced(lead, capturedAt, now.plus(pace.retry())));
            return;
        }
        Cadence cadence = taking.get();
        EnrollmentId id = EnrollmentId.of(lead.id(), cadence.ref().id(), 1);
        Touch.Planned first = new Touch.Planned(
                cadence.first(), 1, capturedAt, capturedAt, capturedAt.plus(pace.firstPatience()), "at once", null);
        course.decide(new Decision.Started(lead, id, cadence.ref(), capturedAt, first));
        if (now.isAfter(first.until())) {
            skip(course, cadence, "the capture is too old for a first touch", now);
        } else {
            touchNow(course, cadence, first, now);
        }
    }

    private static void learn(Course course, Lead known, LeadEvent.Captured captured) {
        course.decide(new Decision.Learned(captured.lead().foldedOver(known)));
    }

    // ---- the time for a touch has come

    private void woken(Course course, Instant now) {
        Active active = course.active();
        errandsWoken(course, active.lead(), active.id(), active.errands(), now);
        if (active.next().wakeAt().isAfter(now)) {
            return;
        }
        Optional<Cadence> known = catalogue.cadence(active.cadence());
        if (known.isEmpty()) {
            waitForThePlan(course, now);
            return;
        }
        Cadence cadence = known.get();
        switch (active.next()) {
            case Touch.Planned planned
            when now.isAfter(planned.until().plus(pace.lateness())) ->
                planAnew(course, cadence, planned.place(), planned.attempt(), planned.picked(), now);
            case Touch.Planned planned -> touchNow(course, cadence, planned, now);
            case Touch.InFlight flown ->
                planAnew(course, cadence, flown.place(), flown.attempt() + 1, flown.picked(), now);
        }
    }

    private void waitForThePlan(Course course, Instant now) {
        Touch next = course.active().next();
        Picked picked = switch (next) {
            case Touch.Planned planned -> planned.picked();
            case Touch.InFlight flown -> flown.picked();
        };
        Instant later = now.plus(pace.retry());
        course.decide(new Decision.Planned(new Touch.Planned(
                next.place(),
                next.attempt(),
                later,
                later,
                later.plus(pace.patience()),
                "its plan is not known here yet",
                picked)));
    }

    private void touchNow(Course course, Cadence cadence, Touch.Planned planned, Instant now) {
        Active active = course.active();
        Picked picked = planned.picked();
        if (picked == null) {
            Optional<dev.seventouch.engine.cadence.Action> action = cadence.action(planned.place());
            if (action.isEmpty()) {
                skip(course, cadence, "the plan no longer has this step", now);
                return;
            }
            picked = Picker.pick(
                    action.get(),
                    catalogue.library(),
                    active.history(),
                    now.atZone(zoneOf(active.lead(), cadence)).toLocalDate());
        }
        if (picked.to() == dev.seventouch.events.touch.Recipient.LEAD
                && Picker.reachable(picked.channel(), active.lead().contact(), active.history())
                        instanceof Verdict.Deny(var why)) {
            skip(course, cadence, why, now);
            return;
        }
        boolean isFirst = planned.place().equals(cadence.first());
        Instant expiresAt = later(planned.until(), now.plus(isFirst ? pace.firstPatience() : pace.patience()));
        emit(course, active.lead(), active.id(), planned, picked, expiresAt, isFirst ? Lane.FIRST : Lane.PLAN);
    }

    private static void emit(
            Course course,
            Lead lead,
            EnrollmentId id,
            Touch.Planned planned,
            Picked picked,
            Instant expiresAt,
            Lane lane) {
        TouchEvent.Due due = new TouchEvent.Due(
                TouchRef.of(
                        lead.id(),
                        id,
                        planned.place().key(),
                        planned.place().occurrence(),
                        picked.channel(),
                        picked.content().key()),
                planned.attempt(),
                picked.to(),
                picked.content(),
                picked.reason(),
                lead,
                planned.dueAt(),
                expiresAt);
        Touch.InFlight flown =
                new Touch.InFlight(planned.place(), planned.attempt(), planned.dueAt(), expiresAt, picked);
        course.decide(new Decision.Touched(flown, due, lane));
    }

    private void skip(Course course, Cadence cadence, String why, Instant now) {
        Active active = course.active();
        Touch skipped = active.next();
        course.decide(new Decision.Skipped(skipped.place(), why));
        planFollowing(course, cadence, plannedAt(skipped), now);
    }

    // ---- what became of a touch

    private void answered(Course course, TouchOutcome outcome, Instant now) {
        Active active = course.active();
        TouchId next = idOf(active.id(), active.next().place());
        if (!outcome.touch().id().equals(next)) {
            errandAnswered(course, active.id(), active.errands(), outcome);
            answeredLate(course, outcome, now);
            return;
        }
        Optional<Cadence> known = catalogue.cadence(active.cadence());
        if (known.isEmpty()) {
            return; // the touch expires, is tried again under its id, and is answered again without being repeated
        }
        Cadence cadence = known.get();
        Instant planned = plannedAt(active.next());
        switch (outcome) {
            case TouchOutcome.HandedOver(var touch, var _, var at) -> {
                course.decide(new Decision.Reached(touch.content(), at));
                planFollowing(course, cadence, planned, now);
            }
            case TouchOutcome.Completed(var touch, var _, var _, var at) -> {
                course.decide(new Decision.Reached(touch.content(), at));
                planFollowing(course, cadence, planned, now);
            }
            case TouchOutcome.Skipped _ -> planFollowing(course, cadence, planned, now);
            case TouchOutcome.Failed(var touch, var fault, var why, var _) -> {
                if (fault == Fault.LEAD) {
                    close(course, Set.of(touch.channel().medium()), why, now);
                }
                if (course.enrollment() instanceof Active) {
                    planFollowing(course, cadence, planned, now);
                }
            }
            case TouchOutcome.Deferred(var _, var until, var _, var _) ->
                planAnew(
                        course,
                        cadence,
                        active.next().place(),
                        active.next().attempt() + 1,
                        pickedOf(active.next()),
                        later(until, now));
        }
    }

    /** A touch that the plan had given up was handed over after all: the lead has had it, and the next one keeps its distance. */
    private void answeredLate(Course course, TouchOutcome outcome, Instant now) {
        Active active = course.active();
        Place place = new Place(outcome.touch().step(), outcome.touch().occurrence());
        boolean isOfThePlan = outcome.touch().enrollment().equals(active.id())
                && catalogue
                        .cadence(active.cadence())
                        .flatMap(cadence -> cadence.action(place))
                        .isPresent();
        if (outcome instanceof TouchOutcome.HandedOver(var touch, var _, var at)
                && isOfThePlan
                && !active.history().touched().contains(at)) {
            course.decide(new Decision.Reached(touch.content(), at));
            replan(course, now);
        }
    }

    // ---- what the lead did or said

    private void signalled(Course course, Signal signal, Instant now) {
        Active active = course.active();
        switch (signal) {
            case Signal.Unsubscribed unsubscribed
            when unsubscribed.fromEverything() -> course.decide(new Decision.Finished(Ending.STOPPED, signal.at()));
            case Signal.Unsubscribed(var _, var from, var _, var _) -> close(course, from, "the lead said so", now);
            case Signal.Complained _ -> course.decide(new Decision.Finished(Ending.STOPPED, signal.at()));
            case Signal.ReadyToBuy _ -> handToTheOwner(course, active.lead(), active.id(), signal.at(), now);
            case Signal.Converted _ -> course.decide(new Decision.Finished(Ending.CONVERTED, signal.at()));
            case Signal.Bounced bounced
            when bounced.permanent() -> close(course, Set.of(bounced.medium()), "what was sent came back", now);
            case Signal.Replied(var _, var _, var at) -> {
                Instant until = now.plus(pace.replyHold());
                // The same reply told again finds the plan held for it already.
                if (active.heldUntil() == null || active.heldUntil().isBefore(until)) {
                    errand(course, active, Errands.answerTheReply(at), now);
                    hold(course, until, "the lead replied", now);
                }
            }
            case Signal.Conversed(var _, var next, var at) -> {
                course.decide(new Decision.Reached(null, at));
                if (next == null) {
                    hold(course, now.plus(pace.replyHold()), "a person spoke with the lead", now);
                } else {
                    errand(course, active, Errands.asAgreed(next, at), now);
                    hold(course, later(now, next.when()).plus(pace.replyHold()), "a next step is agreed", now);
                }
            }
            case Signal.Paused(var _, var until, var _) -> hold(course, until, "the lead asked for a pause", now);
            case Signal.Resumed _ -> {
                course.decide(new Decision.Held(null, "the lead takes up again"));
                replan(course, now);
            }
            case Signal.Preferred(var _, var _, var media, var _, var _)
            when !media.isEmpty() ->
                close(course, EnumSet.complementOf(EnumSet.copyOf(media)), "the lead prefers other ways", now);
            case Signal.Preferred _,
                    Signal.Bounced _,
                    Signal.Confirmed _,
                    // Interest, but no wish: neither ends or advances anything.
                    Signal.Opened _,
                    Signal.Clicked _ -> {}
        }
    }

    private void signalledAfterTheEnd(Course course, Finished finished, Signal signal, Instant now) {
        switch (signal) {
            case Signal.Unsubscribed unsubscribed
            when unsubscribed.fromEverything() -> stopForGood(course, finished, signal);
            case Signal.Complained _ -> stopForGood(course, finished, signal);
            case Signal.ReadyToBuy _ -> {
                if (finished.ending() != Ending.READY_TO_BUY) {
                    handToTheOwner(course, finished.lead(), finished.id(), signal.at(), now);
                }
            }
            case Signal.Converted _ -> {
                if (finished.ending() == Ending.READY_TO_BUY) {
                    course.decide(new Decision.Finished(Ending.CONVERTED, signal.at()));
                }
            }
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

    private static void stopForGood(Course course, Finished finished, Signal signal) {
        if (finished.ending() != Ending.STOPPED) {
            course.decide(new Decision.Finished(Ending.STOPPED, signal.at()));
        }
    }

    private void close(Course course, Set<Medium> media, String why, Instant now) {
        Active active = course.active();
        course.decide(new Decision.Closed(media, why));
        Set<Medium> closed = course.active().history().closed();
        if (Reach.of(active.lead().contact()).stream().allMatch(closed::contains)) {
            course.decide(new Decision.Finished(Ending.UNDELIVERABLE, now));
        }
    }

    private void handToTheOwner(Course course, Lead lead, EnrollmentId id, Instant readyAt, Instant now) {
        course.decide(new Decision.Finished(Ending.READY_TO_BUY, now));
        for (Touch.Planned errand : List.of(Errands.callNow(readyAt, now), Errands.alert(readyAt, now))) {
            emitErrand(course, lead, id, errand, now);
        }
    }

    // ---- errands: touches beside the plan

    private void errand(Course course, Active active, Touch.Planned errand, Instant now) {
        if (errand.dueAt().isAfter(now)) {
            course.decide(new Decision.ErrandAdded(errand));
        } else {
            emitErrand(course, active.lead(), active.id(), errand, now);
        }
    }

    private void emitErrand(Course course, Lead lead, EnrollmentId id, Touch.Planned errand, Instant now) {
        Picked picked = java.util.Objects.requireNonNull(errand.picked(), "an errand is settled from the start");
        emit(course, lead, id, errand, picked, now.plus(pace.patience()), Lane.FIRST);
    }

    private void errandsWoken(Course course, Lead lead, EnrollmentId id, List<Touch> errands, Instant now) {
        for (Touch errand : errands) {
            if (!errand.wakeAt().isAfter(now)) {
                emitErrand(course, lead, id, Errands.again(errand, now), now);
            }
        }
    }

    private void errandAnswered(Course course, EnrollmentId id, List<Touch> errands, TouchOutcome outcome) {
        errands.stream()
                .filter(errand ->
                        idOf(id, errand.place()).equals(outcome.touch().id()))
                .findFirst()
                .ifPresent(errand -> {
                    switch (outcome) {
                        case TouchOutcome.Deferred(var _, var until, var _, var _) ->
                            course.decide(new Decision.ErrandAdded(Errands.again(errand, until)));
                        case TouchOutcome.HandedOver _,
                                TouchOutcome.Completed _,
                                TouchOutcome.Failed _,
                                TouchOutcome.Skipped _ -> course.decide(new Decision.ErrandDone(errand.place()));
                    }
                });
    }

    // ---- when

    private void hold(Course course, Instant until, String why, Instant now) {
        course.decide(new Decision.Held(until, why));
        replan(course, now);
    }

    /** Finds the planned touch a new moment, no earlier than by the plan; one that is in flight is left alone. */
    private void replan(Course course, Instant now) {
        if (course.active().next() instanceof Touch.Planned planned) {
            catalogue
                    .cadence(course.active().cadence())
                    .ifPresent(cadence -> planAnew(
                            course,
                            cadence,
                            planned.place(),
                            planned.attempt(),
                            planned.picked(),
                            later(planned.notBefore(), now)));
        }
    }

    private void planFollowing(Course course, Cadence cadence, Instant touched, Instant now) {
        Active active = course.active();
        ZoneId zone = zoneOf(active.lead(), cadence);
        Cadence.Following following = cadence.following(active.next().place(), active.startedAt(), touched);
        Instant notBefore = following.after().after(touched, zone);
        Instant earliest = notBeforeHold(active, later(notBefore, now));
        Timing.Slot slot = new Timing(cadence.hours(), cadence.limits(), zone)
                .slot(
                        following.after().dayAfter(touched, zone),
                        earliest,
                        active.history().touched(),
                        idOf(active.id(), following.place()).value());
        course.decide(new Decision.Planned(
                new Touch.Planned(following.place(), 1, notBefore, slot.at(), slot.until(), slot.why(), null)));
    }

    private void planAnew(
            Course course, Cadence cadence, Place place, int attempt, @Nullable Picked picked, Instant notBefore) {
        Active active = course.active();
        if (place.equals(cadence.first()) && active.heldUntil() == null) {
            course.decide(new Decision.Planned(new Touch.Planned(
                    place,
                    attempt,
                    notBefore,
                    notBefore,
                    notBefore.plus(pace.firstPatience()),
                    "the first touch, again",
                    picked)));
            return;
        }
        ZoneId zone = zoneOf(active.lead(), cadence);
        Instant earliest = notBeforeHold(active, notBefore);
        Timing.Slot slot = new Timing(cadence.hours(), cadence.limits(), zone)
                .slot(
                        earliest.atZone(zone).toLocalDate(),
                        earliest,
                        active.history().touched(),
                        idOf(active.id(), place).value());
        course.decide(new Decision.Planned(
                new Touch.Planned(place, attempt, notBefore, slot.at(), slot.until(), slot.why(), picked)));
    }

    private static Instant notBeforeHold(Active active, Instant instant) {
        return active.heldUntil() == null ? instant : later(instant, active.heldUntil());
    }

    private static ZoneId zoneOf(Lead lead, Cadence cadence) {
        ZoneId zone = lead.contact().zone();
        return zone != null ? zone : cadence.fallback();
    }

    private static Instant plannedAt(Touch touch) {
        return switch (touch) {
            case Touch.Planned planned -> planned.dueAt();
            case Touch.InFlight flown -> flown.dueAt();
        };
    }

    private static @Nullable Picked pickedOf(Touch touch) {
        return switch (touch) {
            case Touch.Planned planned -> planned.picked();
            case Touch.InFlight flown -> flown.picked();
        };
    }

    private static TouchId idOf(EnrollmentId enrollment, Place place) {
        return TouchId.of(enrollment, place.key(), place.occurrence());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
