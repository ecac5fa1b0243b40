package dev.seventouch.engine.simulation;

import static java.util.Objects.requireNonNull;

import dev.seventouch.engine.enrollment.Decision;
import dev.seventouch.engine.enrollment.Enrollment;
import dev.seventouch.engine.enrollment.Evolution;
import dev.seventouch.engine.enrollment.FollowUp;
import dev.seventouch.engine.enrollment.Input;
import dev.seventouch.engine.enrollment.Waking;
import dev.seventouch.engine.policy.Leveller;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.outcome.TouchOutcome;
import dev.seventouch.events.touch.TouchEvent;
import dev.seventouch.events.touch.TouchRef;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The follow-up of one lead as it is played: told and woken as the engine does it, by the same functions. Every touch is handed
 * over at once unless the script says otherwise.
 */
final class Play {
    /** The partitions among which the engine shares a rate. */
    static final int PARTITIONS = 12;
    /** As in the engine: how many wake-ups of one lead follow each other at once. */
    /** So often looked at at one instant, a lead is stuck: that is a fault of ours. */
    private static final int STUCK = 1_000;

    private final FollowUp followUp;
    private final Waking waking;
    private final Observer observer;
    private final Instant from;
    private final Queue<TouchEvent.Due> touched = new ArrayDeque<>();
    private @Nullable Cues cues;
    private @Nullable Enrollment enrollment;
    private Instant latestCapture;
    private int rounds;

    Play(FollowUp followUp, Leveller leveller, Observer observer, Instant from) {
        this.followUp = followUp;
        this.waking = new Waking(followUp, leveller);
        this.observer = observer;
        this.from = from;
        this.latestCapture = from;
    }

    /** Who watches. */
    interface Observer {
        /** What the script says is going to be told. */
        default void cue(Instant now, String words) {}

        /** What the script says could not be told. */
        default void missed(Instant now, String words, String why) {}

        /** @param before null for a lead that was not known */
        void decided(Instant now, @Nullable Enrollment before, Decision decision, Enrollment after);
    }

    Play with(Cues script) {
        cues = script;
        return this;
    }

    void capture(Lead lead, boolean toConfirm) {
        tell(new Input.Captured(new LeadEvent.Captured(lead, from, from, from, toConfirm ? true : null)), from);
    }

    /** The same lead once more: the newer facts win. */
    void captureAgain(Lead lead, Instant now) {
        latestCapture = now;
        tell(captured(lead.foldedOver(enrollment().lead()), now), now);
    }

    private Input captured(Lead lead, Instant now) {
        return new Input.Captured(new LeadEvent.Captured(lead, now, from, latestCapture, null));
    }

    Enrollment enrollment() {
        return requireNonNull(enrollment, "the lead is captured first");
    }

    /** When something happens next, if ever. */
    Optional<Instant> nextAt() {
        Optional<Instant> wake = enrollment().wakeAt();
        Optional<Instant> cue = cues == null ? Optional.empty() : cues.nextAt();
        if (wake.isEmpty() || cue.isEmpty()) {
            return wake.or(() -> cue);
        }
        return wake.get().isBefore(cue.get()) ? wake : cue;
    }

    /** All that is due at {@code now} is done, then all is told that happens then. */
    void goOn(Instant now) {
        rounds = 0;
        wake(now);
        if (cues != null) {
            for (Optional<Script.Event> event = cues.take(now); event.isPresent(); event = cues.take(now)) {
                play(event.get(), cues, now);
            }
        }
    }

    // ---- as the engine does

    private void wake(Instant now) {
        while (Waking.isDue(enrollment(), now)) {
            if (rounds++ > STUCK) {
                throw new IllegalStateException("the plan does not go on from " + now + ": " + enrollment);
            }
            wakeAtOnce(now);
            answer(now);
        }
    }

    private void tell(Input input, Instant now) {
        decide(input, now);
        wakeAtOnce(now);
        answer(now);
    }

    private void wakeAtOnce(Instant now) {
        waking.wake(
                new Waking.Moving() {
                    @Override
                    public Enrollment enrollment() {
                        return Play.this.enrollment();
                    }

                    @Override
                    public void tell(Input input) {
                        decide(input, now);
                    }
                },
                now);
    }

    private void decide(Input input, Instant now) {
        for (Decision decision : followUp.decide(enrollment, input, now)) {
            Enrollment before = enrollment;
            Enrollment after = Evolution.apply(before, decision);
            enrollment = after;
            observer.decided(now, before, decision, after);
            if (decision instanceof Decision.Touched(var _, var due, var _)) {
                touched.add(due);
            }
        }
    }

    // ---- what the other services do

    private void answer(Instant now) {
        for (TouchEvent.Due due = touched.poll(); due != null; due = touched.poll()) {
            tell(new Input.Answered(outcome(due.touch(), now)), now);
        }
    }

    private TouchOutcome outcome(TouchRef touch, Instant now) {
        if (cues != null && touch.version() != null) {
            Optional<Script.Result> result = cues.result(touch);
            if (result.isPresent()) {
                observer.cue(now, result.get().words());
                return result.get().end().of(touch, now, cues.zone());
            }
            cues.touched(touch, now);
        }
        return new TouchOutcome.HandedOver(touch, null, now);
    }

    // ---- what the lead does

    private void play(Script.Event event, Cues script, Instant now) {
        TouchRef touch = event.step() == null ? null : script.touch(event.step());
        if (event.step() != null && touch == null) {
            observer.missed(now, event.words(), "there was no touch of " + event.step() + " before");
            return;
        }
        observer.cue(now, event.words());
        switch (event.what()) {
            case Script.What.Captured(var facts) ->
                captureAgain(facts.over(enrollment().lead()), now);
            case Script.What.Answered(var answer) ->
                tell(
                        new Input.Answered(new TouchOutcome.Completed(
                                requireNonNull(touch, "an answer is to a step"), "script", answer, now)),
                        now);
            case Script.What.Signalled(var saying, var said) -> {
                Lead lead = enrollment().lead();
                if (said != null) {
                    tell(captured(lead.withConversation(said.at(now)), now), now);
                }
                tell(
                        new Input.Signalled(
                                saying.signal(lead.id(), touch == null ? null : touch.id(), now, script.zone())),
                        now);
            }
        }
    }
}
