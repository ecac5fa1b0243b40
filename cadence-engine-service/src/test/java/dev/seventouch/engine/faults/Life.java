package dev.seventouch.engine.faults;

import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.outcome.Fault;
import dev.seventouch.events.outcome.TouchOutcome;
import dev.seventouch.events.signal.Signal;
import dev.seventouch.events.signal.Signal.AgreedStep;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.Medium;
import dev.seventouch.events.touch.TouchRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a lead lives through in the first days of being followed up.
 *
 * @param source where it was captured
 * @param phone known of it besides its email
 * @param onTheWay what it says before anybody knows what became of its first touch
 * @param answer what became of its first touch; null if nothing is known
 * @param afterwards what it says then
 * @param capturedAgain whether it leaves its details a second time in the end
 */
record Life(
        String source,
        @Nullable String phone,
        @Nullable Said onTheWay,
        @Nullable Answer answer,
        List<Said> afterwards,
        boolean capturedAgain) {

    /** What became of a touch. */
    enum Answer {
        HANDED_OVER,
        COMPLETED,
        NO_SUCH_ADDRESS,
        NO_TEMPLATE,
        LATER,
        FORBIDDEN;

        TouchOutcome of(TouchRef touch) {
            Instant at = Instant.now();
            return switch (this) {
                case HANDED_OVER -> new TouchOutcome.HandedOver(touch, "250 ok", at);
                case COMPLETED -> new TouchOutcome.Completed(touch, "Grace", "interested", at);
                case NO_SUCH_ADDRESS -> new TouchOutcome.Failed(touch, Fault.LEAD, "550 5.1.1", at);
                case NO_TEMPLATE -> new TouchOutcome.Failed(touch, Fault.CONTENT, "no template", at);
                case LATER -> new TouchOutcome.Deferred(touch, at.plus(Duration.ofDays(1)), "the relay is busy", at);
                case FORBIDDEN -> new TouchOutcome.Skipped(touch, "forbidden", at);
            };
        }
    }

    /** What a lead says or does. */
    enum Said {
        STOP,
        NO_MAILS,
        SPAM,
        READY,
        REPLY,
        BOUGHT,
        PAUSE,
        GO_ON,
        BOUNCE,
        TALK;

        Signal by(LeadId lead) {
            Instant at = Instant.now();
            return switch (this) {
                case STOP -> Signal.Unsubscribed.fromAll(lead, null, at);
                case NO_MAILS -> new Signal.Unsubscribed(lead, Set.of(Medium.EMAIL), null, at);
                case SPAM -> new Signal.Complained(lead, null, at);
                case READY -> new Signal.ReadyToBuy(lead, null, at);
                case REPLY -> new Signal.Replied(lead, null, at);
                case BOUGHT -> new Signal.Converted(lead, at);
                case PAUSE -> new Signal.Paused(lead, at.plus(Duration.ofDays(40)), at);
                case GO_ON -> new Signal.Resumed(lead, at);
                case BOUNCE -> new Signal.Bounced(lead, Medium.EMAIL, true, "5.1.1", null, at);
                case TALK -> new Signal.Conversed(lead, new AgreedStep(Channel.CALL, at.plus(Duration.ofDays(20))), at);
            };
        }
    }

    /** Lead number n lives the life n, round and round. */
    static final List<Life> ALL = List.of(
            captured(),
            captured().capturedOnceMore(),
            captured().answered(Answer.HANDED_OVER),
            captured().answered(Answer.HANDED_OVER).capturedOnceMore(),
            captured().answered(Answer.NO_SUCH_ADDRESS),
            captured().byPhoneToo().answered(Answer.NO_SUCH_ADDRESS),
            captured().answered(Answer.NO_TEMPLATE),
            captured().answered(Answer.LATER),
            captured().answered(Answer.FORBIDDEN),
            captured().saying(Said.STOP),
            captured().saying(Said.STOP).answered(Answer.HANDED_OVER),
            captured().saying(Said.STOP).capturedOnceMore(),
            captured().answered(Answer.HANDED_OVER).andThen(Said.STOP),
            captured().answered(Answer.HANDED_OVER).andThen(Said.STOP).capturedOnceMore(),
            captured().answered(Answer.HANDED_OVER).andThen(Said.SPAM),
            captured().byPhoneToo().answered(Answer.HANDED_OVER).andThen(Said.NO_MAILS),
            captured().byPhoneToo().answered(Answer.HANDED_OVER).andThen(Said.BOUNCE),
            captured().answered(Answer.HANDED_OVER).andThen(Said.BOUNCE),
            captured().saying(Said.READY).answered(Answer.HANDED_OVER),
            captured().answered(Answer.HANDED_OVER).andThen(Said.READY),
            captured().answered(Answer.HANDED_OVER).andThen(Said.READY).capturedOnceMore(),
            captured().answered(Answer.HANDED_OVER).andThen(Said.READY, Said.BOUGHT),
            captured().answered(Answer.HANDED_OVER).andThen(Said.READY, Said.STOP),
            captured().answered(Answer.HANDED_OVER).andThen(Said.REPLY),
            captured().answered(Answer.HANDED_OVER).andThen(Said.REPLY, Said.READY),
            captured().answered(Answer.HANDED_OVER).andThen(Said.PAUSE),
            captured().answered(Answer.HANDED_OVER).andThen(Said.PAUSE).capturedOnceMore(),
            captured().answered(Answer.HANDED_OVER).andThen(Said.PAUSE, Said.GO_ON),
            captured().answered(Answer.HANDED_OVER).andThen(Said.BOUGHT),
            captured().answered(Answer.HANDED_OVER).andThen(Said.TALK),
            // Not: a pause said while a touch is on its way and never answered. An engine built anew can't know that it
            // went out, and
            // does not send it within the pause.
            captured().saying(Said.PAUSE).answered(Answer.HANDED_OVER),
            captured().atTheFair().byPhoneToo(),
            captured().atTheFair().byPhoneToo().answered(Answer.COMPLETED),
            captured().atTheFair().byPhoneToo().answered(Answer.COMPLETED).capturedOnceMore(),
            captured().atTheFair().byPhoneToo().answered(Answer.COMPLETED).andThen(Said.TALK),
            captured().atTheFair().byPhoneToo().answered(Answer.COMPLETED).andThen(Said.READY));

    static Life of(int number) {
        return ALL.get(number % ALL.size());
    }

    /** @param round 0 for what it says first */
    @Nullable Said afterwards(int round) {
        return round < afterwards.size() ? afterwards.get(round) : null;
    }

    private static Life captured() {
        return new Life("website", null, null, null, List.of(), false);
    }

    private Life atTheFair() {
        return new Life("fair", phone, onTheWay, answer, afterwards, capturedAgain);
    }

    private Life byPhoneToo() {
        return new Life(source, "+49301234567", onTheWay, answer, afterwards, capturedAgain);
    }

    private Life saying(Said said) {
        return new Life(source, phone, said, answer, afterwards, capturedAgain);
    }

    private Life answered(Answer answer) {
        return new Life(source, phone, onTheWay, answer, afterwards, capturedAgain);
    }

    private Life andThen(Said... said) {
        return new Life(source, phone, onTheWay, answer, List.of(said), capturedAgain);
    }

    private Life capturedOnceMore() {
        return new Life(source, phone, onTheWay, answer, afterwards, true);
    }
}
