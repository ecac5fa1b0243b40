package dev.seventouch.engine.laws;

import dev.seventouch.engine.enrollment.Enrollment;
import dev.seventouch.engine.enrollment.Input;
import dev.seventouch.engine.enrollment.Touch;
import dev.seventouch.engine.laws.Happening.Answer;
import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.outcome.Fault;
import dev.seventouch.events.outcome.TouchOutcome;
import dev.seventouch.events.signal.Signal;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.EnrollmentId;
import dev.seventouch.events.touch.Medium;
import dev.seventouch.events.touch.TouchEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a history happen: turns what is said of it into what the engine is told. */
final class Player {
    private final World world;
    private final Engine engine;
    private final Witness witness;
    private final LeadId lead;
    private @Nullable Instant firstCapture;
    private Instant latestCapture;

    Player(World world, Engine engine, Witness witness) {
        this.world = world;
        this.engine = engine;
        this.witness = witness;
        this.lead = world.told(0).id();
        this.latestCapture = world.start();
    }

    void play(List<Happening> happenings) {
        for (Happening happening : happenings) {
            engine.at(engine.now().plusSeconds(1));
            play(happening);
        }
    }

    private void play(Happening happening) {
        switch (happening) {
            case Happening.Captured captured -> capture(captured);
            case Happening.GoesWell(int touches) -> goWell(touches);
            case Happening.TimeComes(Duration late) -> engine.nextWake().ifPresent(at -> wakeAt(at.plus(late)));
            case Happening.TimePasses(Duration by, boolean asleep) ->
                pass(engine.now().plus(by), asleep);
            case Happening.ClocksChange(Duration after) -> nextChange().ifPresent(at -> pass(at.plus(after), false));
            case Happening.Answered answered -> answer(answered);
            case Happening.Said said -> say(said);
            case Happening.ToldAgain(int back) -> tellAgain(back);
            case Happening.Queued(Duration by) -> engine.queue(by);
            case Happening.Published() -> publish();
            case Happening.Republished() -> tellIfKnown(new Input.Republished());
            case Happening.Restocked() -> engine.publish(engine.shelf().restocked());
            case Happening.PlansLost() -> engine.publish(engine.shelf().lost(true));
            case Happening.PlansFound() -> engine.publish(engine.shelf().lost(false));
            case Happening.Rebuilt() -> rebuild();
        }
    }

    // ---- time

    private void wakeAt(Instant at) {
        engine.at(at);
        engine.wake();
    }

    private void pass(Instant until, boolean asleep) {
        if (until.isBefore(engine.now())) {
            return;
        }
        if (asleep) {
            wakeAt(until);
        } else {
            engine.runUntil(until);
        }
    }

    private Optional<Instant> nextChange() {
        ZoneId zone = witness.lead().map(known -> known.contact().zone()).orElse(null);
        ZoneOffsetTransition next = zone == null
                ? null
                : zone.getRules().nextTransition(engine.now().plus(Duration.ofHours(3)));
        return Optional.ofNullable(next).map(ZoneOffsetTransition::getInstant);
    }

    private void publish() {
        if (engine.shelf().hasMore()) {
            engine.publish(engine.shelf().withNextEdition());
        }
    }

    /** What is published is read before anything is decided. */
    private void rebuild() {
        engine.publish(engine.shelf().lost(false));
        engine.rebuild();
    }

    private void tellIfKnown(Input input) {
        if (engine.enrollment() != null) {
            engine.tell(input);
        }
    }

    // ---- what the lead does

    private void capture(Happening.Captured captured) {
        Instant at = engine.now().minus(captured.ago());
        if (firstCapture == null) {
            firstCapture = at;
            latestCapture = at;
        } else if (!captured.factsOnly() && at.isAfter(latestCapture)) {
            latestCapture = at;
        }
        engine.tell(new Input.Captured(new LeadEvent.Captured(
                world.told(captured.facts()),
                captured.factsOnly() && at.isBefore(latestCapture) ? latestCapture : at,
                firstCapture,
                latestCapture,
                captured.toConfirm() ? true : null)));
    }

    private void say(Happening.Said said) {
        signal(said).ifPresent(signal -> engine.tell(new Input.Signalled(signal)));
    }

    private Optional<Signal> signal(Happening.Said said) {
        Instant at = engine.now().minus(said.ago());
        Medium medium = Medium.values()[Math.floorMod(said.choice(), Medium.values().length)];
        Instant until = at.plus(said.span());
        return Optional.ofNullable(
                switch (said.saying()) {
                    case STOP -> Signal.Unsubscribed.fromAll(lead, null, at);
                    case NOT_ON_THIS_MEDIUM -> new Signal.Unsubscribed(lead, Set.of(medium), null, at);
                    case COMPLAINED -> new Signal.Complained(lead, null, at);
                    case READY_TO_BUY -> new Signal.ReadyToBuy(lead, null, at);
                    case CONVERTED -> new Signal.Converted(lead, at);
                    case CONFIRMED -> new Signal.Confirmed(lead, at);
                    case REPLIED -> new Signal.Replied(lead, null, at);
                    case AUTO_REPLIED -> new Signal.AutoReplied(lead, null, at);
                    case BOUNCED_FOR_GOOD -> new Signal.Bounced(lead, medium, true, null, null, at);
                    case BOUNCED_FOR_NOW -> new Signal.Bounced(lead, medium, false, null, null, at);
                    case CONVERSED -> new Signal.Conversed(lead, null, at);
                    case AGREED -> {
                        Channel channel = Channel.values()[Math.floorMod(said.choice(), Channel.values().length)];
                        yield new Signal.Conversed(lead, new Signal.AgreedStep(channel, until), at);
                    }
                    case PAUSED -> new Signal.Paused(lead, until, at);
                    case RESUMED -> new Signal.Resumed(lead, at);
                    case LESS_OFTEN -> new Signal.Preferred(lead, said.choice() % 2 == 0, Set.of(), Set.of(), at);
                    case PREFERS_MEDIA -> new Signal.Preferred(lead, false, Set.of(medium), Set.of(), at);
                    case PREFERS_TOPICS -> {
                        String topic = Items.TOPICS.get(Math.floorMod(said.choice(), Items.TOPICS.size()));
                        yield new Signal.Preferred(lead, false, Set.of(), Set.of(topic), at);
                    }
                    case OPENED ->
                        touch(said.choice())
                                .map(due -> new Signal.Opened(lead, due.touch().id(), at))
                                .orElse(null);
                    case CLICKED ->
                        touch(said.choice())
                                .map(due -> new Signal.Clicked(lead, due.touch().id(), "https://example.com", at))
                                .orElse(null);
                });
    }

    // ---- what becomes of touches

    private void goWell(int touches) {
        for (int i = 0; i < touches; i++) {
            handOverWhatIsInFlight();
            engine.nextWake().ifPresent(this::wakeAt);
            engine.at(engine.now().plusSeconds(1));
            handOverWhatIsInFlight();
        }
    }

    private void handOverWhatIsInFlight() {
        Touch flying = switch (engine.enrollment()) {
            case Enrollment.Active active -> active.next();
            case Enrollment.Unconfirmed asked -> asked.request();
            case Enrollment.Finished _, Enrollment.Unplaced _ -> null;
            case null -> null;
        };
        TouchEvent.Due last = witness.last(due -> !isErrand(due)).orElse(null);
        if (flying instanceof Touch.InFlight && last != null) {
            answer(last, Answer.HANDED_OVER, engine.now(), engine.now());
        }
    }

    private Optional<TouchEvent.Due> touch(int back) {
        List<TouchEvent.Due> touches = witness.touches();
        return touches.isEmpty()
                ? Optional.empty()
                : Optional.of(touches.get(Math.floorMod(touches.size() - 1 - back, touches.size())));
    }

    private void answer(Happening.Answered answered) {
        touch(answered.back()).ifPresent(due -> {
            Instant told = engine.now().minus(answered.ago());
            Instant wentOut = witness.wentOut(due.touch().id());
            Instant at = told.isBefore(wentOut) ? wentOut : told;
            answer(due, answered.answer(), at, at.plus(answered.until()));
        });
    }

    private void answer(TouchEvent.Due due, Answer answer, Instant at, Instant until) {
        engine.tell(new Input.Answered(
                switch (answer) {
                    case HANDED_OVER -> new TouchOutcome.HandedOver(due.touch(), null, at);
                    case COMPLETED -> new TouchOutcome.Completed(due.touch(), "Mara", null, at);
                    case NOTED -> new TouchOutcome.Completed(due.touch(), "Mara", "interested", at);
                    case DEFERRED -> new TouchOutcome.Deferred(due.touch(), until, "later", at);
                    case SKIPPED -> new TouchOutcome.Skipped(due.touch(), "forbidden", at);
                    case NO_SUCH_ADDRESS -> new TouchOutcome.Failed(due.touch(), Fault.LEAD, "550 5.1.1", at);
                    case MAILBOX_FULL -> new TouchOutcome.Failed(due.touch(), Fault.MAILBOX, "552 5.2.2", at);
                    case REFUSED -> new TouchOutcome.Failed(due.touch(), Fault.SENDER, "550 5.7.1", at);
                    case NOT_RENDERED -> new TouchOutcome.Failed(due.touch(), Fault.CONTENT, "no such slot", at);
                }));
    }

    private void tellAgain(int back) {
        List<Input> told = engine.told();
        if (back < told.size()) {
            engine.tell(told.get(told.size() - 1 - back));
        }
    }

    /** Errands are told apart from the plan by this. */
    static EnrollmentId errandsOf(LeadId lead) {
        return EnrollmentId.of(lead, "errands", 0);
    }

    static boolean isErrand(TouchEvent.Due due) {
        return due.touch().version() == null;
    }
}
