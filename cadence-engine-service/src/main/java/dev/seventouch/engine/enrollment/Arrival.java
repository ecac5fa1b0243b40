package dev.seventouch.engine.enrollment;

import static java.util.Objects.requireNonNull;

import dev.seventouch.engine.cadence.Again;
import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.engine.cadence.CadenceRef;
import dev.seventouch.engine.cadence.Ending;
import dev.seventouch.engine.cadence.Place;
import dev.seventouch.engine.cadence.Progress;
import dev.seventouch.engine.enrollment.Decision.Lane;
import dev.seventouch.engine.enrollment.Enrollment.Active;
import dev.seventouch.engine.enrollment.Enrollment.Finished;
import dev.seventouch.engine.enrollment.Enrollment.Unconfirmed;
import dev.seventouch.engine.enrollment.Enrollment.Unplaced;
import dev.seventouch.engine.policy.Verdict;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.Content;
import dev.seventouch.events.touch.EnrollmentId;
import dev.seventouch.events.touch.Medium;
import dev.seventouch.events.touch.Recipient;
import dev.seventouch.events.touch.TouchId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a lead comes onto a plan: captured, captured again, confirmed, or moved in from another cadence. */
record Arrival(Catalogue catalogue, Pace pace, Planner planner) {
    private static final Duration SELDOM = Duration.ofMinutes(15);
    private static final Place REQUEST = Place.of("confirm");

    /** Whether it asks the lead to confirm: that is no touch of the plan. */
    static boolean isRequest(Place place) {
        return place.equals(REQUEST);
    }

    static TouchId requestOf(EnrollmentId enrollment) {
        return REQUEST.idIn(enrollment);
    }

    // ---- captured

    /** A lead begins, as of its first capture. */
    void first(Course course, LeadEvent.Captured captured) {
        begin(course, captured, Instants.earlier(captured.first(), course.now()));
    }

    void woken(Course course, Unplaced unplaced) {
        if (!unplaced.retryAt().isAfter(course.now())) {
            placed(course, unplaced.captured());
        }
    }

    /** A lead that no cadence took so far begins as of its latest capture. */
    private void placed(Course course, LeadEvent.Captured captured) {
        begin(course, captured, Instants.earlier(captured.latest(), course.now()));
    }

    private void begin(Course course, LeadEvent.Captured captured, Instant at) {
        Lead lead = captured.lead();
        Optional<Cadence> taking = catalogue.taking(lead.origin().source());
        if (taking.isEmpty()) {
            course.decide(new Decision.LeftUnplaced(captured, lookAgain(captured, course.now())));
            return;
        }
        Cadence cadence = taking.get();
        EnrollmentId id =
                EnrollmentId.of(lead.id(), cadence.ref().id(), course.history().starts() + 1);
        if (captured.waitsForConfirmation()) {
            askToConfirm(course, cadence, lead, id, at);
        } else {
            start(course, cadence, lead, id, at);
        }
    }

    /**
     * When to look again for a cadence: at once as long as one may just not be known here yet, then ever more seldom. A list of
     * which nobody has a use must not keep the engine busy.
     */
    private Instant lookAgain(LeadEvent.Captured captured, Instant now) {
        Duration waited = Duration.between(captured.latest(), now).dividedBy(10);
        return now.plus(Collections.max(List.of(pace.retry(), Collections.min(List.of(waited, SELDOM)))));
    }

    /** At the first step, and at once, or as soon as its hours allow if the plan lets first touches out at a rate. */
    private void start(Course course, Cadence cadence, Lead lead, EnrollmentId id, Instant at) {
        course.decide(new Decision.Started(
                lead, id, cadence.ref(), Progress.from(at), planner.firstTouch(cadence, 1, at, "at once", null)));
        planner.keepTheHours(course, cadence);
    }

    // ---- captured again

    void again(Course course, Unplaced unplaced, LeadEvent.Captured captured) {
        LeadEvent.Captured all = new LeadEvent.Captured(
                captured.lead().foldedOver(unplaced.lead()),
                captured.at(),
                unplaced.captured().first(),
                captured.latest(),
                // Facts alone don't take it off having to confirm.
                isCapture(captured) ? captured.toConfirm() : unplaced.captured().toConfirm());
        // It may come from where a cadence takes it now.
        placed(course, all);
    }

    void again(Course course, Unconfirmed asked, LeadEvent.Captured captured) {
        learn(course, asked, captured);
        // Asked once is enough; but somebody who comes in another way may need not confirm.
        if (!captured.waitsForConfirmation() && isCapture(captured)) {
            confirmed(course, (Unconfirmed) course.enrollment(), course.now());
        }
    }

    void again(Course course, Active active, LeadEvent.Captured captured) {
        learn(course, active, captured);
        planner.replan(course);
    }

    /** Facts are always taken. Whether the lead starts anew depends on how it ended. */
    void again(Course course, Finished finished, LeadEvent.Captured captured) {
        learn(course, finished, captured);
        if (finished.ending() == Ending.UNCONFIRMED
                && !captured.latest().isAfter(finished.at())
                && !captured.waitsForConfirmation()
                && isCapture(captured)) {
            // Told late: it came in another way before its time was up.
            confirmed(course, (Finished) course.enrollment(), course.now());
        } else if (captured.latest().isAfter(finished.at()) && mayStartAgain(course, finished, captured)) {
            LeadEvent.Captured known = new LeadEvent.Captured(
                    course.enrollment().lead(),
                    captured.at(),
                    captured.first(),
                    captured.latest(),
                    captured.toConfirm());
            begin(course, known, Instants.earlier(captured.latest(), course.now()));
        }
    }

    private boolean mayStartAgain(Course course, Finished finished, LeadEvent.Captured captured) {
        Optional<Cadence> taking =
                catalogue.taking(course.enrollment().lead().origin().source());
        if (taking.isEmpty() || !isReachable(course)) {
            return false;
        }
        Again again = taking.get().entry().again();
        return switch (finished.ending()) {
            case STOPPED, MOVED -> false;
            case UNCONFIRMED, UNDELIVERABLE -> true;
            case READY_TO_BUY, CONVERTED ->
                again.after().contains(finished.ending())
                        && !captured.latest().isBefore(finished.at().plus(again.earliest()));
        };
    }

    static boolean isReachable(Course course) {
        Set<Medium> reach = Reach.of(course.enrollment().lead().contact());
        reach.removeAll(course.history().closedForGood());
        return !reach.isEmpty();
    }

    private static void learn(Course course, Enrollment known, LeadEvent.Captured captured) {
        Lead lead = captured.lead().foldedOver(known.lead());
        if (!lead.equals(known.lead())) {
            course.decide(new Decision.Learned(lead, Reach.changed(known.lead().contact(), lead.contact())));
        }
    }

    /** Whether it tells of a capture; otherwise of facts only. */
    private static boolean isCapture(LeadEvent.Captured captured) {
        return captured.latest().equals(captured.at());
    }

    // ---- followed up as another lead

    /** Two follow-ups of one person would be one too many. It is no stop; what has ended stays as it ended. */
    void moved(Course course, @Nullable Enrollment known) {
        switch (known) {
            case null -> {}
            case Unplaced _, Unconfirmed _, Active _ -> FollowUp.finish(course, Ending.MOVED, course.now());
            case Finished _ -> {}
        }
    }

    // ---- to be confirmed

    private void askToConfirm(Course course, Cadence cadence, Lead lead, EnrollmentId id, Instant at) {
        Instant until = at.plus(cadence.entry().optIn().within());
        String reason = "they asked for it and have to confirm";
        Picked picked = new Picked(
                Channel.EMAIL,
                Recipient.LEAD,
                Content.template(cadence.entry().optIn().template()),
                reason);
        course.decide(new Decision.AskedToConfirm(
                lead, id, cadence.ref(), new Touch.Planned(REQUEST, 1, at, at, until, "at once", picked, null), until));
    }

    void woken(Course course, Unconfirmed asked) {
        switch (asked.request()) {
            case Touch.Planned planned when !planned.wakeAt().isAfter(course.now()) -> ask(course, asked, planned);
            case Touch.InFlight flown
            when !flown.wakeAt().isAfter(course.now()) -> askAgain(course, flown, course.now(), asked.until());
            case null, default -> {}
        }
    }

    private void ask(Course course, Unconfirmed asked, Touch.Planned request) {
        Picked picked = requireNonNull(request.picked());
        if (Picker.reachable(picked.channel(), asked.lead().contact(), asked.history())
                instanceof Verdict.Deny(var why)) {
            course.decide(new Decision.Skipped(request.place(), why, Progress.from(request.dueAt())));
            return;
        }
        course.touch(
                asked.lead(),
                asked.id(),
                asked.cadence().version(),
                request,
                picked,
                course.now().plus(pace.patience()),
                Lane.FIRST);
    }

    /** The same request under its id; not one more. */
    static void askAgain(Course course, Touch request, Instant at, Instant until) {
        course.decide(new Decision.Planned(new Touch.Planned(
                request.place(), request.attempt() + 1, at, at, until, "once more", request.picked(), null)));
    }

    void confirmed(Course course, Unconfirmed asked, Instant at) {
        confirmed(course, asked.cadence(), asked.id(), at);
    }

    /** Told late: the lead had confirmed before its time was up. */
    void confirmed(Course course, Finished finished, Instant at) {
        if (finished.cadence() != null && finished.id() != null) {
            confirmed(course, finished.cadence(), finished.id(), at);
        }
    }

    private void confirmed(Course course, CadenceRef by, EnrollmentId id, Instant at) {
        Lead lead = course.enrollment().lead();
        Cadence cadence = catalogue.newest(by.id()).orElse(null);
        if (cadence == null) {
            course.decide(new Decision.LeftUnplaced(
                    new LeadEvent.Captured(lead, at), course.now().plus(pace.retry())));
        } else {
            start(course, cadence, lead, id, at);
        }
    }

    // ---- moved in from another cadence

    /** The lead has bought and goes on among the customers, with all that is remembered of it. */
    void moveTo(Course course, Cadence cadence, Instant at) {
        Lead lead = course.enrollment().lead();
        EnrollmentId id =
                EnrollmentId.of(lead.id(), cadence.ref().id(), course.history().starts() + 1);
        Progress progress = Progress.movedIn(at);
        course.decide(new Decision.Started(
                lead, id, cadence.ref(), progress, planner.firstTouch(cadence, 1, at, "its first moment", null)));
        planner.goOn(course, cadence);
    }
}
