package dev.seventouch.engine.enrollment;

import static java.util.Objects.requireNonNull;

import dev.seventouch.engine.cadence.Place;
import dev.seventouch.engine.cadence.Scoring;
import dev.seventouch.events.signal.Signal;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.Content;
import dev.seventouch.events.touch.Medium;
import dev.seventouch.events.touch.Recipient;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the lead's owner is told or asked beside the plan. */
final class Errand {

    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("EEE d MMM uuuu 'at' HH:mm", Locale.ENGLISH);

    private Errand() {}

    /** On the owner's list at once, also if the lead wishes to be called later: whoever takes it sees when. */
    static Touch.Planned call(Signal.ReadyToBuy ready) {
        String wish = ready.callAt() == null
                ? "Ready to buy. Call now, and agree what happens next."
                : "Ready to buy. Call " + onTheirClock(ready.callAt())
                        + ", as they asked, and agree what happens next.";
        return due(
                told("ready-to-buy-call", ready.at()),
                ready.at(),
                Channel.CALL,
                Content.say(wish, 15),
                "the lead is ready to buy");
    }

    static Touch.Planned alert(Signal.ReadyToBuy ready) {
        String reason = "the lead is ready to buy";
        return due(
                told("ready-to-buy-alert", ready.at()),
                ready.at(),
                Channel.EMAIL,
                Content.template("ready-to-buy-alert"),
                ready.callAt() == null ? reason : reason + ", and asks to be called " + onTheirClock(ready.callAt()));
    }

    private static String onTheirClock(LocalDateTime time) {
        return "on " + DAY_AND_TIME.format(time) + " by their clock";
    }

    static Touch.Planned answerTheReply(Instant repliedAt) {
        return due(
                told("reply", repliedAt),
                repliedAt,
                Channel.CALL,
                Content.say("The lead replied. Read it and answer, best by phone.", 10),
                "the lead replied");
    }

    static Touch.Planned asAgreed(Signal.AgreedStep agreed, Instant saidAt) {
        // A machine can't keep a promise that a person made: what was agreed is always a person's task.
        Channel channel = agreed.channel().isAutomatic() ? Channel.NOTE : agreed.channel();
        return due(
                told("agreed", saidAt),
                agreed.when(),
                channel,
                Content.say("Do what you agreed with the lead in your last conversation.", 10),
                "agreed with the lead");
    }

    /**
     * Something of the lead does not work any more. Once each time: it is told of by when it was noticed.
     *
     * @param canBeCalled whether the lead can be asked by telephone
     */
    static Touch.Planned findAnotherAddress(Medium medium, boolean canBeCalled, Instant at) {
        return due(
                told("find-" + addressFor(medium).replace(' ', '-'), at),
                at,
                canBeCalled && medium != Medium.PHONE ? Channel.CALL : Channel.NOTE,
                Content.say(
                        switch (medium) {
                            case EMAIL -> "Their mail address no longer takes mail; ask for a new one.";
                            case POST -> "Their post comes back: the address is wrong; ask for the right one.";
                            case PHONE -> "Their telephone number does not work; ask for another one.";
                            case VISIT -> "They are not to be found at their address; ask for the right one.";
                        },
                        5),
                "their " + addressFor(medium) + " does not work any more");
    }

    private static String addressFor(Medium medium) {
        return switch (medium) {
            case EMAIL -> "mail address";
            case POST -> "postal address";
            case PHONE -> "telephone number";
            case VISIT -> "place to visit";
        };
    }

    /** @param start which start of the lead it is: it is told once in each */
    static Touch.Planned takeUpInterest(Scoring.Prompt prompt, int start, Instant at) {
        return due(
                new Place("interest", start),
                at,
                Channel.CALL,
                Content.say(prompt.say(), 10),
                "the lead shows interest");
    }

    // Told apart by when the lead said it: told twice it is one errand, said again later it is another.
    private static Place told(String what, Instant at) {
        return new Place(what, Math.floorMod(at.getEpochSecond(), Integer.MAX_VALUE));
    }

    /** The same errand once more, under the same id. */
    static Touch.Planned again(Touch errand, Instant at) {
        return switch (errand) {
            case Touch.Planned planned -> due(planned.place(), planned.attempt(), at, planned.why(), planned.picked());
            case Touch.InFlight flown -> due(flown.place(), flown.attempt() + 1, at, "once more", flown.picked());
        };
    }

    private static Touch.Planned due(Place place, Instant at, Channel channel, Content content, String reason) {
        return due(place, 1, at, reason, new Picked(channel, Recipient.OWNER, content, reason));
    }

    private static Touch.Planned due(Place place, int attempt, Instant at, String why, @Nullable Picked picked) {
        return new Touch.Planned(
                place, attempt, at, at, at, why, requireNonNull(picked, "an errand is settled from the start"), null);
    }
}
