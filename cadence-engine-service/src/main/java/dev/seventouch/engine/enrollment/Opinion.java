package dev.seventouch.engine.enrollment;

import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.engine.cadence.CadenceRef;
import dev.seventouch.engine.cadence.Ending;
import dev.seventouch.engine.cadence.Scoring;
import dev.seventouch.engine.cadence.Waits;
import dev.seventouch.engine.enrollment.Enrollment.Active;
import dev.seventouch.engine.enrollment.Enrollment.Finished;
import dev.seventouch.engine.enrollment.Enrollment.Unconfirmed;
import dev.seventouch.engine.enrollment.Enrollment.Unplaced;
import dev.seventouch.events.signal.Signal;
import dev.seventouch.events.touch.Medium;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What follows from what a lead did or said. */
record Opinion(Catalogue catalogue, Planner planner, Arrival arrival) {
    private static final Duration A_DAY = Duration.ofDays(1);

    // ---- of a lead that is followed up

    void of(Course course, Active active, Signal signal) {
        switch (signal) {
            case Signal.Unsubscribed stop when stop.fromEverything() -> stop(course);
            case Signal.Unsubscribed some -> forbid(course, some.from());
            case Signal.Complained _ -> stop(course);
            case Signal.ReadyToBuy ready -> handToTheOwner(course, ready);
            case Signal.Converted _ -> converted(course, active.cadence());
            case Signal.Bounced bounced -> bounced(course, bounced);
            case Signal.Replied reply -> replied(course, reply.at());
            case Signal.Conversed conversed -> conversed(course, conversed);
            // The lead's own wish: it also shortens what else holds the plan.
            case Signal.Paused pause -> hold(course, pause.until(), "the lead asked for a pause");
            case Signal.Resumed _ -> hold(course, null, "the lead takes up again");
            case Signal.Preferred wish -> wished(course, wish);
            case Signal.Opened opened
            when opened.by() == Signal.Visitor.PERSON ->
                interested(
                        course,
                        course.history()
                                .interest()
                                .withOpened(opened.touch(), scoring(course).opened()));
            case Signal.Clicked clicked
            when clicked.by() == Signal.Visitor.PERSON ->
                interested(
                        course,
                        course.history()
                                .interest()
                                .withClicked(clicked.touch(), scoring(course).clicked()));
            case Signal.Confirmed _, Signal.AutoReplied _ -> {}
            // A scanner tells nothing about the lead.
            case Signal.Opened _, Signal.Clicked _ -> {}
        }
    }

    private static void forbid(Course course, Set<Medium> media) {
        Closing.forbid(course, media, "the lead said so");
    }

    private static void bounced(Course course, Signal.Bounced bounced) {
        if (bounced.permanent()) {
            Closing.die(course, bounced.medium(), "what was sent came back", bounced.at());
        } else {
            Closing.cameBack(course, bounced.medium(), bounced.at());
        }
    }

    private void replied(Course course, Instant at) {
        if (!ask(course, Errand.answerTheReply(at))) {
            return; // told again
        }
        Instant until = course.now().plus(waits(course).reply());
        holdAtLeast(course, until, "the lead replied");
        interested(course, course.history().interest().more(scoring(course).replied()));
    }

    private void conversed(Course course, Signal.Conversed conversed) {
        String by = "conversed-" + conversed.at();
        if (course.history().knows(by, null, conversed.at())) {
            return; // told again
        }
        course.decide(new Decision.Reached(by, null, conversed.at()));
        Waits waits = waits(course);
        Signal.AgreedStep next = conversed.next();
        Instant until = course.now().plus(waits.conversation());
        if (next != null) {
            ask(course, Errand.asAgreed(next, conversed.at()));
            until = Instants.later(course.now(), next.when()).plus(waits.reply());
        }
        holdAtLeast(course, until, next == null ? "a person spoke with the lead" : "a next step is agreed");
    }

    /** @return whether the owner had not been asked before */
    private static boolean ask(Course course, Touch.Planned errand) {
        boolean isNew = !course.knows(errand);
        if (isNew) {
            course.decide(new Decision.ErrandAdded(errand));
        }
        return isNew;
    }

    private void wished(Course course, Signal.Preferred wish) {
        Wishes wishes = new Wishes(wish.lessOften() ? true : null, wish.media(), wish.topics());
        if (!wishes.equals(course.history().wishes())) {
            boolean rateChanged =
                    wishes.isLessOften() != course.history().wishes().isLessOften();
            course.decide(new Decision.Wished(wishes));
            if (rateChanged && course.isActive()) {
                retime(course);
            }
        }
    }

    /** The next touch comes earlier or later by the lead's wish. */
    private void retime(Course course) {
        Optional<Cadence> plan = planner.plan(course);
        if (plan.isPresent()
                && course.active().next() instanceof Touch.Planned planned
                && planned.picked() == null
                && !Planner.isFirst(course.active(), plan.get(), planned.place())
                && !plan.get().isBesideThePlan(planned.place())) {
            planner.goOn(course, plan.get());
        }
    }

    /** It neither ends nor advances anything; enough of it is worth a word to the owner, once. */
    private void interested(Course course, Interest interest) {
        if (!interest.equals(course.history().interest())) {
            course.decide(new Decision.Interested(interest));
            promptTheOwner(course);
        }
        History.SoftBounces bounces = course.history().softBounces().get(Medium.EMAIL);
        if (bounces != null && bounces.inARow() > 0) {
            course.decide(new Decision.CameBack(Medium.EMAIL, 0, bounces.last()));
        }
    }

    private void promptTheOwner(Course course) {
        Interest interest = course.history().interest();
        Scoring.@Nullable Prompt prompt = scoring(course).prompt();
        if (prompt != null && !interest.isTold() && interest.score() >= prompt.at()) {
            course.decide(new Decision.Interested(interest.told()));
            ask(course, Errand.takeUpInterest(prompt, course.active().id().start(), course.now()));
        }
    }

    /** Whatever holds the plan for longer goes on holding it. */
    private void holdAtLeast(Course course, Instant until, String why) {
        Instant held = course.active().heldUntil();
        hold(course, held == null ? until : Instants.later(until, held), why);
    }

    private void hold(Course course, @Nullable Instant until, String why) {
        course.decide(new Decision.Held(until, why));
        planner.replanFromThePlan(course);
    }

    private Waits waits(Course course) {
        return planner.plan(course).map(cadence -> cadence.rules().waits()).orElse(Waits.USUAL);
    }

    private Scoring scoring(Course course) {
        return planner.plan(course).map(cadence -> cadence.rules().scoring()).orElse(Scoring.USUAL);
    }

    // ---- of one that is not, yet

    /** A lead that is on no plan can still stop, or be ready. */
    void of(Course course, Unplaced unplaced, Signal signal) {
        early(course, signal);
    }

    /** One that has not confirmed yet, too. */
    void of(Course course, Unconfirmed asked, Signal signal) {
        if (signal instanceof Signal.Confirmed) {
            arrival.confirmed(course, asked, course.now());
        } else {
            early(course, signal);
        }
    }

    private void early(Course course, Signal signal) {
        switch (signal) {
            case Signal.Unsubscribed stop when stop.fromEverything() -> stop(course);
            case Signal.Unsubscribed some -> forbid(course, some.from());
            case Signal.Complained _ -> stop(course);
            case Signal.Converted _ -> converted(course, null);
            case Signal.ReadyToBuy ready -> handToTheOwner(course, ready);
            case Signal.Bounced bounced -> bounced(course, bounced);
            case Signal.Preferred wish -> wished(course, wish);
            case Signal.Replied _, Signal.Conversed _ -> spoken(course, signal);
            case Signal.Confirmed _,
                    Signal.AutoReplied _,
                    Signal.Opened _,
                    Signal.Clicked _,
                    Signal.Paused _,
                    Signal.Resumed _ -> {}
        }
    }

    /** No plan is there to wait; what people say and promise is seen to all the same. */
    private static void spoken(Course course, Signal signal) {
        switch (signal) {
            case Signal.Replied reply -> ask(course, Errand.answerTheReply(reply.at()));
            case Signal.Conversed(var _, var next, var at) when next != null -> ask(course, Errand.asAgreed(next, at));
            default -> {}
        }
    }

    // ---- of one that is not any more

    void of(Course course, Finished finished, Signal signal) {
        switch (signal) {
            case Signal.Unsubscribed stop when stop.fromEverything() -> stopForGood(course, finished);
            case Signal.Unsubscribed some -> forbid(course, some.from());
            case Signal.Complained _ -> stopForGood(course, finished);
            case Signal.ReadyToBuy ready when isNews(ready, finished) -> handToTheOwner(course, ready);
            // It may be captured again: then this is how it is reached.
            case Signal.Bounced bounced -> bounced(course, bounced);
            case Signal.Preferred wish -> wished(course, wish);
            case Signal.Converted _
            when finished.ending() == Ending.READY_TO_BUY -> converted(course, finished.cadence());
            case Signal.Confirmed confirmed
            when finished.ending() == Ending.UNCONFIRMED && confirmed.at().isBefore(finished.at()) ->
                arrival.confirmed(course, finished, confirmed.at());
            case Signal.Replied _, Signal.Conversed _
            when finished.ending() != Ending.STOPPED -> spoken(course, signal);
            case Signal.ReadyToBuy _,
                    Signal.Converted _,
                    Signal.Confirmed _,
                    Signal.Replied _,
                    Signal.AutoReplied _,
                    Signal.Opened _,
                    Signal.Clicked _,
                    Signal.Conversed _,
                    Signal.Paused _,
                    Signal.Resumed _ -> {}
        }
    }

    // After a stop or a sale that came later it must not raise an alarm; after an end that the lead did not want it
    // must.
    private static boolean isNews(Signal.ReadyToBuy ready, Finished finished) {
        return switch (finished.ending()) {
            // Once more within a day is the same wish; later, nothing has come of the first one.
            case READY_TO_BUY -> ready.at().isAfter(finished.at().plus(A_DAY));
            case STOPPED, CONVERTED -> ready.at().isAfter(finished.at());
            case UNDELIVERABLE, UNCONFIRMED, MOVED -> true;
        };
    }

    private static void stopForGood(Course course, Finished finished) {
        if (finished.ending() != Ending.STOPPED) {
            stop(course);
        }
    }

    private static void stop(Course course) {
        FollowUp.finish(course, Ending.STOPPED, course.now());
        Closing.forbid(course, EnumSet.allOf(Medium.class), "the lead said stop");
    }

    private static void handToTheOwner(Course course, Signal.ReadyToBuy ready) {
        Touch.Planned call = Errand.call(ready);
        if (course.knows(call)) {
            return; // told again
        }
        FollowUp.finish(course, Ending.READY_TO_BUY, course.now());
        course.decide(new Decision.ErrandAdded(call));
        course.decide(new Decision.ErrandAdded(Errand.alert(ready)));
    }

    /** Goes on among the customers, if a cadence is named for them and it can be reached; otherwise a sale is an end. */
    private void converted(Course course, @Nullable CadenceRef by) {
        Optional<String> customers = Optional.ofNullable(by)
                .flatMap(catalogue::cadence)
                .flatMap(cadence -> Optional.ofNullable(cadence.entry().customers()));
        if (course.isActive()
                && customers.filter(course.active().cadence().id()::equals).isPresent()) {
            return; // a customer who buys again stays where customers are
        }
        if (course.isActive()
                && course.active().progress().hasMovedIn()
                && !course.now().isAfter(course.active().progress().started())) {
            return; // the sale by which it came here, told again
        }
        customers
                .filter(_ -> Arrival.isReachable(course))
                .flatMap(catalogue::newest)
                .ifPresentOrElse(
                        cadence -> arrival.moveTo(course, cadence, course.now()),
                        () -> FollowUp.finish(course, Ending.CONVERTED, course.now()));
    }
}
