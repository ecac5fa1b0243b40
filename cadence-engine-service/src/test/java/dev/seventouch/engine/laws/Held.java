package dev.seventouch.engine.laws;

import dev.seventouch.engine.cadence.Waits;
import dev.seventouch.engine.enrollment.Decision;
import dev.seventouch.engine.enrollment.Enrollment.Active;
import dev.seventouch.engine.enrollment.Input;
import dev.seventouch.events.signal.Signal;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** 6, as well. A pause, a reply and a conversation hold the plan: nothing of it goes out until then. */
final class Held implements Law {
    private final Set<Signal> heard = new HashSet<>();
    private @Nullable Instant until;
    private @Nullable Instant paused;

    @Override
    public void saw(Moment moment, Witness witness) {
        for (Decision decision : moment.decisions()) {
            switch (decision) {
                case Decision.Started _, Decision.Finished _ -> pause(null);
                case Decision.Touched(var _, var due, var _)
                when !Player.isErrand(due) && until != null && moment.now().isBefore(until) ->
                    throw broken(due.touch().step() + " went out, but the plan is held until " + until);
                default -> {}
            }
        }
        if (moment.before() instanceof Active active && moment.input() instanceof Input.Signalled(var signal)) {
            if (heard.add(signal) || signal instanceof Signal.Paused || signal instanceof Signal.Resumed) {
                hear(signal, moment, waits(moment, active));
            }
        }
    }

    // How long it waits is up to its plan, which may be another by now. What the lead asked for stays.
    @Override
    public void rebuilt() {
        until = paused;
    }

    private void pause(@Nullable Instant end) {
        paused = end;
        until = end;
    }

    private static Waits waits(Moment moment, Active active) {
        return moment.shelf()
                .cadence(moment.shelf().inForce(active.cadence()))
                .map(cadence -> cadence.rules().waits())
                .orElse(Waits.USUAL);
    }

    private void hear(Signal signal, Moment moment, Waits waits) {
        Instant at = moment.input().asOf(moment.now());
        switch (signal) {
            case Signal.Paused pause -> pause(pause.until());
            case Signal.Resumed _ -> pause(null);
            case Signal.Replied _ -> holdUntil(at.plus(waits.reply()));
            case Signal.Conversed conversed -> {
                Signal.AgreedStep next = conversed.next();
                holdUntil(
                        next == null
                                ? at.plus(waits.conversation())
                                : (next.when().isAfter(at) ? next.when() : at).plus(waits.reply()));
            }
            case Signal.Unsubscribed _,
                    Signal.ReadyToBuy _,
                    Signal.Confirmed _,
                    Signal.AutoReplied _,
                    Signal.Bounced _,
                    Signal.Complained _,
                    Signal.Opened _,
                    Signal.Clicked _,
                    Signal.Converted _,
                    Signal.Preferred _ -> {}
        }
    }

    private void holdUntil(Instant later) {
        if (until == null || until.isBefore(later)) {
            until = later;
        }
    }
}
