package dev.seventouch.engine.laws;

import dev.seventouch.engine.cadence.Ending;
import dev.seventouch.engine.enrollment.Decision;
import dev.seventouch.engine.enrollment.Decision.Lane;
import dev.seventouch.engine.enrollment.Enrollment;
import dev.seventouch.engine.enrollment.Enrollment.Active;
import dev.seventouch.engine.enrollment.Enrollment.Finished;
import dev.seventouch.engine.enrollment.Enrollment.Unconfirmed;
import dev.seventouch.engine.enrollment.Enrollment.Unplaced;
import dev.seventouch.engine.enrollment.Input;
import dev.seventouch.events.signal.Signal;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.Recipient;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** 5. Whoever is ready to buy hears from no machine any more, and the owner has a call and an alert at that instant. */
final class ReadyMeansNow implements Law {
    private static final Set<Channel> CALL_AND_ALERT = EnumSet.of(Channel.CALL, Channel.EMAIL);

    private final Set<Instant> heard = new HashSet<>();
    private final Set<Channel> told = EnumSet.noneOf(Channel.class);
    private boolean ready;

    @Override
    public void saw(Moment moment, Witness witness) {
        if (moment.input() instanceof Input.Signalled(Signal.ReadyToBuy signal) && counts(moment.before(), signal)) {
            ready = true;
            told.clear();
            if (!(moment.after() instanceof Finished finished && finished.ending() == Ending.READY_TO_BUY)) {
                throw broken("the lead is ready to buy, and is still followed up");
            }
        }
        for (Decision decision : moment.decisions()) {
            switch (decision) {
                case Decision.Touched(var _, var due, var lane) -> {
                    if (moment.before() instanceof Finished && due.to() == Recipient.LEAD) {
                        throw broken(due.touch().step() + " went to a lead that is not followed up any more");
                    }
                    if (Player.isErrand(due) && due.to() == Recipient.OWNER && lane == Lane.FIRST) {
                        told.add(due.touch().channel());
                    }
                }
                default -> {}
            }
        }
    }

    /** One that is told again, or within a day, is none, nor is one that was said before a stop or a sale. */
    private boolean counts(@Nullable Enrollment before, Signal.ReadyToBuy signal) {
        return switch (before) {
            case null -> false;
            case Finished finished ->
                switch (finished.ending()) {
                    case READY_TO_BUY ->
                        signal.at().isAfter(finished.at().plus(Duration.ofDays(1))) && heard.add(signal.at());
                    case STOPPED, CONVERTED -> signal.at().isAfter(finished.at()) && heard.add(signal.at());
                    case UNDELIVERABLE, UNCONFIRMED, MOVED -> heard.add(signal.at());
                };
            case Active _, Unconfirmed _, Unplaced _ -> heard.add(signal.at());
        };
    }

    @Override
    public void settled(Instant now, @Nullable Enrollment enrollment, Witness witness) {
        if (ready && !told.containsAll(CALL_AND_ALERT)) {
            throw broken("the lead is ready to buy, and the owner was told by " + told + " only");
        }
        ready = false;
    }
}
