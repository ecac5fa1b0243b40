package dev.seventouch.engine.enrollment;

import dev.seventouch.engine.cadence.Ending;
import dev.seventouch.engine.enrollment.Enrollment.Active;
import dev.seventouch.engine.enrollment.Enrollment.Finished;
import dev.seventouch.engine.enrollment.Enrollment.Unconfirmed;
import dev.seventouch.engine.enrollment.Enrollment.Unplaced;
import dev.seventouch.engine.policy.Rate;
import dev.seventouch.events.outcome.TouchOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The decision table: every state of an enrollment by everything it can be told. Pure: what time it is, what is published
 * and where the lead stands are arguments.
 *
 * <p>What a lead is told of is never done at once: it is planned, at the latest for this instant, and done when the enrollment
 * is woken. So a history can be read again without anything going out.
 */
public final class FollowUp {
    private final Catalogue catalogue;
    private final Arrival arrival;
    private final Opinion opinion;
    private final Answers answers;
    private final Planner planner;
    private final Errands errands;

    public FollowUp(Catalogue catalogue, Pace pace) {
        this.catalogue = catalogue;
        this.planner = new Planner(catalogue, pace);
        this.errands = new Errands(pace.patience());
        this.arrival = new Arrival(catalogue, pace, planner);
        this.answers = new Answers(catalogue, planner);
        this.opinion = new Opinion(catalogue, planner, arrival);
    }

    /** @param enrollment null for a lead that is not known */
    public List<Decision> decide(@Nullable Enrollment enrollment, Input input, Instant now) {
        Course course = new Course(enrollment, input.asOf(now));
        if (enrollment != null && input instanceof Input.Answered(var outcome)) {
            record(course, outcome);
        }
        switch (input) {
            case Input.Answered(var outcome)
            when enrollment != null && Errands.isOne(outcome) -> errands.answered(course, outcome);
            case Input.Woken _
            when enrollment != null -> {
                errands.woken(course, enrollment);
                decide(course, course.enrollment(), input);
            }
            default -> decide(course, course.enrollmentIfAny(), input);
        }
        return course.decisions();
    }

    /** Whatever the plan makes of it. */
    private static void record(Course course, TouchOutcome outcome) {
        Past.of(outcome)
                .filter(course.history()::isNews)
                .ifPresent(touch -> course.decide(new Decision.Recorded(touch)));
    }

    private void decide(Course course, @Nullable Enrollment enrollment, Input input) {
        if (input instanceof Input.Captured(var captured) && captured.sameAs() != null) {
            arrival.moved(course, enrollment);
            return;
        }
        switch (enrollment) {
            case null -> {
                switch (input) {
                    case Input.Captured(var captured) -> arrival.first(course, captured);
                    // Whoever was erased, or was never captured, is not followed up.
                    case Input.Signalled _, Input.Answered _, Input.Woken _, Input.Queued _, Input.Republished _ -> {}
                }
            }
            case Unplaced unplaced -> {
                switch (input) {
                    case Input.Captured(var captured) -> arrival.again(course, unplaced, captured);
                    case Input.Signalled(var signal) -> opinion.of(course, unplaced, signal);
                    case Input.Woken _ -> arrival.woken(course, unplaced);
                    case Input.Answered _, Input.Queued _, Input.Republished _ -> {}
                }
            }
            // Whether it is noticed by being woken or by being told something makes no difference.
            case Unconfirmed asked
            when !asked.until().isAfter(course.now()) -> {
                finish(course, Ending.UNCONFIRMED, asked.until());
                decide(course, course.enrollment(), input);
            }
            case Unconfirmed asked -> {
                switch (input) {
                    case Input.Captured(var captured) -> arrival.again(course, asked, captured);
                    case Input.Signalled(var signal) -> opinion.of(course, asked, signal);
                    case Input.Answered(var outcome) -> answers.to(course, asked, outcome);
                    case Input.Woken _ -> arrival.woken(course, asked);
                    case Input.Queued _, Input.Republished _ -> {}
                }
            }
            case Active active -> {
                switch (input) {
                    case Input.Captured(var captured) -> arrival.again(course, active, captured);
                    case Input.Signalled(var signal) -> opinion.of(course, active, signal);
                    case Input.Answered(var outcome) -> answers.to(course, active, outcome);
                    case Input.Woken _ -> planner.woken(course);
                    case Input.Queued(var turn) -> planner.queued(course, turn);
                    case Input.Republished _ -> planner.plan(course);
                }
            }
            case Finished finished -> {
                switch (input) {
                    case Input.Captured(var captured) -> arrival.again(course, finished, captured);
                    case Input.Signalled(var signal) -> opinion.of(course, finished, signal);
                    case Input.Answered(var outcome) -> answers.to(course, finished, outcome);
                    case Input.Woken _, Input.Queued _, Input.Republished _ -> {}
                }
            }
        }
    }

    /** The line in which the touch that is due now has to queue, if it is to be let out at a rate and has not queued yet. */
    public Optional<Line> line(Enrollment enrollment, Instant now) {
        return enrollment instanceof Active active
                        && active.next() instanceof Touch.Planned planned
                        && planned.turn() == null
                        && !planned.dueAt().isAfter(now)
                ? catalogue
                        .cadence(active.cadence())
                        .filter(cadence -> !Planner.isAtOnce(active, cadence, planned.place()))
                        .map(cadence -> new Line(
                                cadence.ref().id(), cadence.rules().release().rate()))
                : Optional.empty();
    }

    /**
     * Touches that go out one after the other.
     *
     * @param rate null if nothing but what holds for all lines bounds it
     */
    public record Line(String cadence, @Nullable Rate rate) {}

    /** An end that needs nothing but to be stated. */
    static void finish(Course course, Ending ending, Instant at) {
        course.decide(new Decision.Finished(ending, at));
    }
}
